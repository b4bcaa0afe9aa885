# numnorm: a case is text, then the kind, op, value, upper and unit wanted.
load lib

# norm TEXT [ARG ...]: token, kind, op, value, upper, unit of what is typed.
norm() {
	local text=$1

	shift
	printf '%s\n' "$text" | numnorm "$@" -H -o token,kind,op,value,upper,unit |
	    awk -F'\t' '$2 != "" { print $1 "|" $2 "|" $3 $4 "|" $5 "|" $6 }'
}

# cases ARGS...: lines `text = result; result` on standard input.
cases() {
	local line text want got

	while IFS= read -r line; do
		text=${line%% = *}
		want=${line#* = }
		got=$(norm "$text" "$@" | paste -s -d';')
		[ "$got" = "$want" ] || {
			echo "$text: got $got, want $want"
			return 1
		}
	done
}

@test "amounts are exact and in base units" {
	cases <<'END'
签约额1027.15亿元 = 1027.15亿元|money|=102715000000||CNY
增长5—8% = 5—8%|percent|=5|8|%
近万人参加 = 近万人|quantity|~10000||人
投资10亿至30亿元 = 10亿至30亿元|money|=1000000000|3000000000|CNY
END
}
