# The lines of factline(5) with which other tools load a stream, run for real
# where the tool is installed.  Servers are private, in a scratch directory.
load lib

# The stream, and the same with \N for what is absent.
setup_file() {
	cd "$BATS_FILE_TMPDIR"
	{
		printf '%s\n' 'doc	fact	group	kind	subject	predicate	object	scope	measure	op	value	upper	unit	time	status	check	key	line	start	end	rule	text'
		printf '%s\n' 'a.txt	1	1	stat	全市	总投资	项目		level	=	102715000000		CNY	2023-01/2023-03	actual		00a7f3c2	3	0	9	left	"总投资"1027.15亿元，'
		printf '%s\n' 'a.txt	2	1	stat	全市	总投资	项目		yoy	=	12.5		%	2023	actual	ok:sum(4,5)	1e5	3	9	14	left	a\tb\\c\nd'
		printf '%s\n' "b'c.txt	3	2	stat	贵州	占比			share	~	1/3			2023-03-22	planned		007	4	0	3	open	it's \"quoted\", 50% ; #so"
		printf '%s\n' 'b c.txt	4	2	stat	重庆	项目			level	>=	143	320	个		actual		ffffffff	5	2	7	right	'
		printf '%s\n' 'd.txt	5	3	meta		标题	"一								actual		NULL	1	0	2		'"'"'NA'
	} >facts.tsv
	sed -e ':a' -e 's/\t\t/\t\\N\t/;ta' -e 's/\t$/\t\\N/' facts.tsv >nulls.tsv
}

setup() {
	cd "$BATS_TEST_TMPDIR"
	now=
	cp "$BATS_FILE_TMPDIR"/*.tsv .
}

# line NAME: the literal block of the consumer whose item begins with NAME.
line() {
	awk -v name="$1" '
	/^\.Sh CONSUMERS/ { on = 1 }
	/^\.Sh EXAMPLES/ { on = 0 }
	on && /^\.It / { here = index($0, ".It " name) == 1 }
	here && /^\.Bd / { lit = 1; next }
	/^\.Ed/ { lit = 0 }
	lit { gsub(/\\e/, "\\"); print }' "$top/man/factline.5"
}

# load_with NAME: runs that line.
load_with() {
	now=$1
	line "$1" >line.sh
	[ -s line.sh ]
	sh line.sh </dev/null
}

# names FORMAT: the names of the header, each through a printf format.
names() {
	head -n 1 facts.tsv | tr '\t' '\n' | sed "s/.*/$1/" | paste -sd,
}

# private USER: a scratch directory that the user may enter.
private() {
	box=$(mktemp -d "${TMPDIR:-/tmp}/factline.XXXXXX")
	chmod 755 "$box"
	[ "$(id -u)" -ne 0 ] || chown "$1" "$box"
}

# as USER COMMAND ...: servers refuse to run as root.
as() {
	local user=$1

	shift
	if [ "$(id -u)" -eq 0 ]; then
		runuser -u "$user" -- "$@"
	else
		"$@"
	fi
}

teardown() {
	[ -z "$now" ] || echo "program or case: $now"
	case "${server:-}" in
	postgres)
		as postgres "$bin/pg_ctl" -D "$box/data" -m immediate stop \
		    >/dev/null 2>&1 || : ;;
	?*)
		kill "$server" 2>/dev/null || :
		wait "$server" 2>/dev/null || : ;;
	esac
	[ -z "${box:-}" ] || rm -rf "$box"
}

@test "PostgreSQL: COPY takes a stream and gives the same back" {
	wants psql
	for bin in /usr/lib/postgresql/*/bin /usr/local/bin; do
		[ ! -x "$bin/initdb" ] || break
	done
	[ -x "$bin/initdb" ] || skip "no PostgreSQL server here"
	[ "$("$bin/initdb" -V | grep -oE '[0-9]+' | head -n 1)" -ge 15 ] ||
	    skip "PostgreSQL is older than 15"
	private postgres
	cd "$box"
	as postgres "$bin/initdb" -D "$box/data" -A trust -U me \
	    --locale=C.UTF-8 -E UTF8 >log 2>&1 || { cat log; false; }
	server=postgres
	as postgres "$bin/pg_ctl" -w -D "$box/data" -l "$box/server.log" -o \
	    "-k $box -c listen_addresses= -c fsync=off" start >log 2>&1 3>&-
	cd "$BATS_TEST_TMPDIR"
	export PGHOST=$box PGUSER=me PGDATABASE=postgres PGCLIENTENCODING=UTF8
	load_with PostgreSQL
	psql -qc "\\copy facts to got.tsv with (header, null '')"
	same facts.tsv got.tsv
	is "102715000155.5|5|1" "$(psql -At -c "select sum(value::numeric)
	    filter (where value !~ '/'), count(*), count(upper) from facts")"
	is $'a\tb\\c\nd' "$(psql -At -c "select text from facts
	    where fact = '2'")"
}

@test "MariaDB: LOAD DATA takes a stream" {
	wants mariadb mariadbd mariadb-install-db
	private mysql
	cd "$box"
	mkdir data
	[ "$(id -u)" -ne 0 ] || chown mysql data
	as mysql mariadb-install-db --no-defaults --datadir="$box/data" \
	    --auth-root-authentication-method=normal >log 2>&1 ||
	    { cat log; false; }
	as mysql mariadbd --no-defaults --datadir="$box/data" \
	    --socket="$box/s" --skip-networking --pid-file="$box/pid" \
	    >log 2>&1 3>&- &
	server=$!
	for i in $(seq 100); do
		[ ! -S s ] || break
		sleep 0.1
	done
	server=$(cat pid)
	cd "$BATS_TEST_TMPDIR"
	printf '[client]\nsocket=%s\nuser=root\ndatabase=d\n' "$box/s" >.my.cnf
	export HOME=$PWD
	mariadb -D mysql -e 'create database d character set utf8mb4'
	load_with MariaDB
	mariadb -N -e "select $(names 'ifnull(`&`, "")') from facts
	    order by fact" >got
	tail -n +2 facts.tsv >want
	same want got
	is 102715000155.5 "$(mariadb -N -e "select sum(cast(value as
	    decimal(20,1))) from facts where value not like '%/%'")"
	is 1 "$(mariadb -N -e 'select count(upper) from facts')"
	is $'a\tb\\c\nd' "$(mariadb -N -r -e "select text from facts
	    where fact = '2'")"
}

@test "ClickHouse: TabSeparatedWithNames takes a stream" {
	wants clickhouse-client clickhouse-server
	port=$((20000 + $$ % 10000))
	box=$(mktemp -d "${TMPDIR:-/tmp}/factline.XXXXXX")
	cat >"$box/config.xml" <<-END
	<yandex>
	<logger><level>warning</level><log>$box/log</log></logger>
	<listen_host>127.0.0.1</listen_host><tcp_port>$port</tcp_port>
	<path>$box/data/</path><tmp_path>$box/tmp/</tmp_path>
	<users_config>users.xml</users_config>
	<default_profile>default</default_profile>
	<default_database>default</default_database>
	<mark_cache_size>5368709</mark_cache_size>
	</yandex>
	END
	cat >"$box/users.xml" <<-END
	<yandex><profiles><default/></profiles><quotas><default/></quotas>
	<users><default><password></password>
	<networks><ip>127.0.0.1</ip></networks>
	<profile>default</profile><quota>default</quota></default></users>
	</yandex>
	END
	mkdir "$box/data" "$box/tmp"
	clickhouse-server --config-file="$box/config.xml" >"$box/out" 2>&1 3>&- &
	server=$!
	# The page's line calls the client without a port.
	mkdir bin
	printf '#!/bin/sh\nexec %s --port %s "$@"\n' \
	    "$(command -v clickhouse-client)" "$port" >bin/clickhouse-client
	chmod +x bin/clickhouse-client
	PATH=$PWD/bin:$PATH
	for i in $(seq 50); do
		! clickhouse-client -q 'select 1' >/dev/null 2>&1 || break
		kill -0 "$server" 2>/dev/null || skip "no ClickHouse starts here"
		sleep 0.2
	done
	clickhouse-client -q "create table facts
	    ($(names '`&` Nullable(String)')) engine = Memory"
	load_with ClickHouse
	clickhouse-client -q "select $(names '`&`') from facts order by fact
	    format TabSeparatedWithNames" | sed "s/\\\\'/'/g" >got.tsv
	same nulls.tsv got.tsv
	is "5	4" "$(clickhouse-client -q 'select count(*),
	    countIf(isNull(upper)) from facts')"
}

@test "SQLite: .import takes a stream" {
	wants sqlite3
	load_with SQLite
	sqlite3 -separator "$tab" facts.db 'select * from facts' >got
	tail -n +2 facts.tsv >want
	same want got
	is 102715000155.5 "$(sqlite3 facts.db "select sum(value) from facts
	    where value not like '%/%'")"
}

@test "DuckDB: read_csv takes a stream, read_json its JSON" {
	wants duckdb
	load_with DuckDB
	is "5|1" "$(duckdb -noheader -list facts.duckdb \
	    'select count(*), count("upper") from facts')"
	is "007" "$(duckdb -noheader -list facts.duckdb \
	    "select key from facts where fact = '3'")"
	is '"总投资"1027.15亿元，' "$(duckdb -noheader -list facts.duckdb \
	    "select text from facts where fact = '1'")"
	tsv2json facts.tsv >facts.jsonl
	is 5 "$(duckdb -noheader -list -c \
	    "select count(*) from read_json('facts.jsonl')")"
}

@test "Miller takes a stream and gives the same back" {
	wants mlr
	load_with Miller >got
	is 5 "$(wc -l <got)"
	grep -q '"text": "a\\tb\\\\c\\nd"' got
	grep -q '"text": "\\"总投资\\"1027.15亿元，"' got
	mlr --tsv cat facts.tsv >got.tsv
	same facts.tsv got.tsv
}

@test "pandas takes a stream and gives the same back" {
	for py in python3 /usr/bin/python3; do
		"$py" -c 'import pandas' 2>/dev/null || py=
		[ -z "$py" ] || break
	done
	[ -n "$py" ] || skip "no pandas here"
	now=pandas
	{
		printf 'import pandas\nd = '
		line pandas
		printf 'for row in [list(d)] + d.values.tolist():\n'
		printf '    print(*row, sep="\\t")\n'
	} >line.py
	"$py" line.py >got.tsv
	same facts.tsv got.tsv
}

@test "csvkit takes a stream" {
	wants csvcut csvjson
	load_with csvkit >got
	is "a.txt,102715000000,CNY" "$(sed -n 2p got)"
	is 6 "$(wc -l <got)"
	csvjson -t -u 3 -I --stream facts.tsv >got
	grep -q '"key": "007"' got
	is 5 "$(wc -l <got)"
}

@test "jq takes what tsv2json makes of a stream" {
	wants jq
	is '["a.txt",102715000000]' "$(load_with jq)"
	is 102715000155.5 "$(tsv2json facts.tsv |
	    jq -s 'map(.value | numbers) | add')"
}

@test "awk takes a stream" {
	wants awk
	is "a.txt 102715000000" "$(load_with awk)"
}
