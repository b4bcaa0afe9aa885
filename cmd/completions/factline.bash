# bash completion of fixenc, tok, numnorm, facts and tsv2json.  Options and the
# words that some of them take are read from the help, so they cannot differ.

_factline()
{
	local cur=$2 prev=$3 name help words

	help=$("$1" -h 2>/dev/null </dev/null) || return
	# With = among COMP_WORDBREAKS, --dup=su is three words.
	if [[ $cur == = ]]; then
		cur= name=$prev
	elif [[ $prev == = ]]; then
		name=${COMP_WORDS[COMP_CWORD - 2]}
	elif [[ $cur == --*=* ]]; then
		name=${cur%%=*} cur=${cur#*=}
	elif [[ $prev == -? ]]; then
		name=$prev
	else
		name=
	fi
	COMPREPLY=()
	if [[ $name == -* ]]; then
		# [--dup=error|suffix|array] or [-s simp|trad|keep]
		words=$(grep -oE -e "\[$name[= ][a-z0-9]+(\|[a-z0-9]+)+" \
		    <<<"$help")
		words=${words#"[$name"}
		words=${words#[= ]}
		words=${words//|/ }
		mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
		[[ ${#COMPREPLY[@]} -gt 0 || $name != --* ]] && [[ $words ]] &&
		    return
	elif [[ $cur == -* ]]; then
		words=$(grep -oE -e '^ +(-., )?--[a-z0-9-]+=?' <<<"$help" |
		    grep -oE -e '--[a-z0-9-]+=?')
		mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
		[[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
		return
	fi
	compopt -o filenames 2>/dev/null
	mapfile -t COMPREPLY < <(compgen -f -- "$cur")
}

complete -F _factline fixenc tok numnorm facts tsv2json
