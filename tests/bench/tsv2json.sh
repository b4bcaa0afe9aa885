# JSON lines of 18 columns, 71 % of the bytes not ASCII.
for z in $sizes; do
	LC_ALL=C awk -v want="$(bytes $z)" -f "$peers/rows.awk" >"wide.$z"
done

ours tsv2json wide tsv2json
rival DuckDB wide duckdb -c "copy (from read_csv('/dev/stdin', delim = '\t',
    quote = '', escape = '', header = true, all_varchar = true))
    to '/dev/stdout' (format json)"
rival sqlite3 wide sqlite3 :memory: '.mode ascii' '.separator "\t" "\n"' \
    '.import /dev/stdin t' '.mode json' 'select * from t'
rival node wide node "$peers/rival.js" json
rival "perl, JSON::XS" wide perl "$peers/rival.pl"
rival Miller wide mlr --itsv --ojsonl cat
rival "python3, csv" wide "$PYTHON" "$peers/rival.py" json
rival jq wide jq -Rnc -f "$peers/rival.jq"
rival csvjson wide csvjson -t --stream
forget wide
