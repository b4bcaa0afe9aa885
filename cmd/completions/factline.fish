# fish completion of the program whose name this file has: fixenc, tok,
# numnorm, facts or tsv2json.  Options and the words that some of them take are
# read from the help, so they cannot differ.

set -l prog (string replace -r '\.fish$' '' (basename (status filename)))
set -l help ($prog -h 2>/dev/null </dev/null)
for line in $help
    # An empty alternative, since a group that is left out is not counted.
    set -l part (string match -r '^ +(-\w, |)--([a-z0-9-]+)(=\S+|) +(.*)$' -- $line)
    test (count $part) -eq 5; or continue
    set -l short (string sub -s 2 -l 1 -- $part[2])
    set -l options -c $prog -l $part[3] -d $part[5]
    test -n "$short"; and set -a options -s $short
    if test -n "$part[4]"
        set -a options -r
        # [--dup=error|suffix|array] or [-s simp|trad|keep]
        set -l words (string match -r '\[-(?:-'$part[3]'=|'$short' )([a-z0-9]+(?:\|[a-z0-9]+)+)' -- "$help")
        if test (count $words) -ge 2
            set -a options -f -a (string replace -a '|' ' ' -- $words[2])
        end
    end
    complete $options
end
