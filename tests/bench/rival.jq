# TSV to JSON lines with jq -Rn.
(input | split("\t")) as $h | inputs | split("\t") as $r |
    reduce range($h | length) as $i ({}; .[$h[$i]] = $r[$i])
