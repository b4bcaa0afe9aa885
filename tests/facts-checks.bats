# facts: arithmetic that confirms or contradicts.
load lib

# checks TEXT [ARG ...]: predicate, value and check of the rows that have one.
checks() {
	local text=$1

	shift
	printf '　　这是正文的开头，不是标题。\n\n　　%s\n' "$text" | tok |
	    numnorm -D 2023-03-28 |
	    facts -H -o predicate,value,check "$@" | awk -F'\t' '$3 != "" {
		gsub(/\([0-9,]*\)/, "", $3)
		printf "%s%s %s %s", sep, $1, $2, $3
		sep = "; "
	}'
}

# table: lines `text => checks`.
table() {
	local line

	while IFS= read -r line; do
		now=$line
		is "${line##* => }" "$(checks "${line%% => *}")"
	done
	now=
}

@test "a bracket lists the parts of a sum" {
	table <<-'END'
	全县实施项目52个（续建19个、新建33个）。 => 实施项目 52 ok:sum; 续建项目 19 ok:part; 新建项目 33 ok:part
	全县实施项目52个（续建19个、新建34个）。 => 实施项目 52 conflict:sum; 续建项目 19 ok:part; 新建项目 34 ok:part
	全县实施项目52个（其中续建19个、新建28个）。 => 续建项目 19 ok:part; 新建项目 28 ok:part
	END
}

@test "a part is at most its whole" {
	table <<-'END'
	全市签约项目415个，其中亿元以上项目186个。 => 签约项目 186 ok:part
	全市签约项目415个，其中亿元以上项目786个。 => 签约项目 786 conflict:part
	全市签约额37亿元，其中工业签约额52亿元。 => 签约额 5200000000 conflict:part
	END
}

@test "parts that overlap are no sum" {
	table <<-'END'
	全市签约项目96个，其中工业项目51个、外资项目14个、农业项目37个。 => 签约项目 51 ok:part; 签约项目 14 ok:part; 签约项目 37 ok:part
	END
}

@test "a rate is the ratio of what it names" {
	table <<-'END'
	年度计划投资250亿元，完成投资230亿元，完成投资率92%。 => 完成投资率 92 ok:ratio
	年度计划投资250亿元，完成投资230亿元，完成投资率92.3%。 => 完成投资率 92.3 conflict:ratio
	年度计划投资250亿元，完成投资203亿元，完成投资率92%。 => 完成投资率 92 conflict:ratio
	计划实施项目320个，已开工316个，开工率98.8%。 => 开工率 98.8 ok:ratio ok:上限
	计划实施项目320个，已开工216个，开工率98.8%。 => 开工率 98.8 conflict:ratio ok:上限
	END
}

@test "a total is not the base of a rate for a year" {
	table <<-'END'
	实施项目164个，总投资1830亿元，完成投资240亿元，完成投资率66.4%。 => 
	END
}

@test "the mean is over the limit that the set is named by" {
	table <<-'END'
	全县实施800万元以上项目52个，总投资64亿元。 => 总投资 6400000000 ok:mean
	全县实施亿元以上项目52个，总投资6.4亿元。 => 总投资 640000000 conflict:mean
	全市签约千万元以上项目415个，签约额1690.4亿元，其中亿元以上项目186个、签约额1580.25亿元。 => 签约额 169040000000 ok:mean; 签约项目 186 ok:part; 签约额 158025000000 ok:part ok:mean ok:mean
	全市签约千万元以上项目415个，签约额1690.4亿元，其中亿元以上项目186个、签约额1080.25亿元。 => 签约额 169040000000 ok:mean; 签约项目 186 ok:part; 签约额 108025000000 ok:part ok:mean conflict:mean
	END
}

@test "growth is that of its two levels" {
	table <<-'END'
	2021年全市签约额100亿元，2022年全市签约额112亿元，增长12%。 => 签约额 12 ok:growth
	2021年全市签约额100亿元，2022年全市签约额112亿元，增长21%。 => 签约额 21 conflict:growth
	END
}

@test "a share is between 0 and 100" {
	table <<-'END'
	全市工业投资占固定资产投资的138%。 => 工业投资 138 conflict:bounds
	全市工业投资占固定资产投资的38%。 => 
	END
}

@test "shares of one expression make a whole" {
	for c in 49.2:ok 59.2:conflict; do
		now=$c
		printf '这/r 是/v 正文/n 的/u 开头/n 。\n%s\n' \
		    "全市/n 产业结构/n 为/v 9.1：41.7：${c%:*}/m/ratio/=/9.1:41.7:${c%:*}/ 。" |
		    awk -f "$top/tests/facts/rows.awk" |
		    facts -H -o check >got
		is "${c#*:}:sum(2,3)" "$(head -n 1 got)"
	done
}

@test "days are those of the dates" {
	table <<-'END'
	2022年5月9日至11日，全市招商推介大会举行，历时3天。 => 建设周期 3 ok:days
	2022年5月9日至11日，全市招商推介大会举行，历时4天。 => 建设周期 4 conflict:days
	2022年5月9日至11日，全市招商推介大会举行，项目开工仅用45天。 => 
	END
}

@test "-c prints only conflicts, and tells by its status" {
	printf '%s\n' '　　这是正文的开头，不是标题。' \
	    '　　全县实施项目52个（续建19个、新建34个）。' |
	    tok | numnorm >bad.tsv
	sed 's/34/33/g' bad.tsv >good.tsv
	status 1 facts -c -o predicate,check bad.tsv >got
	is "$(printf 'predicate\tcheck\n实施项目\tconflict:sum(2,3)')" \
	    "$(cat got)"
	status 0 facts -c -o predicate,check good.tsv >got
	is "predicate${tab}check" "$(cat got)"
}

@test "what is about, over or under contradicts nothing" {
	table <<-'END'
	全县实施项目约52个（续建19个、新建28个）。 => 
	全市签约项目超150个，其中亿元以上项目186个。 => 
	END
}

@test "a check of a rule file judges facts of one place" {
	printf '%s\n' 'check 均价: 总投资 / 签约项目 <= 1亿' >r
	is "总投资 9000000000 conflict:均价" \
	    "$(checks '全市签约项目20个，总投资90亿元。' -f r)"
	is "总投资 1900000000 ok:均价" \
	    "$(checks '全市签约项目20个，总投资19亿元。' -f r)"
}
