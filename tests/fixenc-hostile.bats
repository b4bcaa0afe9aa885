# fixenc: bytes that are cut, out of range or in the wrong charset, in each
# charset: what it is called, what is lost, what -l and --strict say of it.
load lib

# The same words in each charset, as printf writes them.
words='园区今年开工'
utf8='\345\233\255\345\214\272\344\273\212\345\271\264\345\274\200\345\267\245'
gb='\324\260\307\370\275\361\304\352\277\252\271\244'
big5='\266\351\260\317\244\265\246~\266}\244u'
euctw='\343\320\331\264\304\364\310\241\342\344\304\326'
le='\355V:S\312Nt^\000_\345]'
be='V\355S:N\312^t_\000]\345'

# hostile: each line on standard input is `what|args|bytes|charset|lost|text`;
# a word in braces stands for the words in that charset, LF in text is /.
hostile() {
	local what args bytes charset lost text said

	while IFS='|' read -r what args bytes charset lost text; do
		now=$what
		bytes=${bytes//'{utf8}'/$utf8}
		bytes=${bytes//'{gb}'/$gb}
		bytes=${bytes//'{big5}'/$big5}
		bytes=${bytes//'{euctw}'/$euctw}
		bytes=${bytes//'{le}'/$le}
		bytes=${bytes//'{be}'/$be}
		printf "$bytes" >in
		is "$charset	$lost" "$(fixenc -lH -o charset,lost $args in)"
		said=
		[ "$lost" -eq 0 ] || said="fixenc: in: $lost bytes could not be decoded"
		[ "$lost" -ne 1 ] || said="fixenc: in: 1 byte could not be decoded"
		status $((lost > 0)) fixenc --strict -t $args in >out 2>err
		is "$said" "$(cat err)"
		is "${text//'{}'/$words}" "$(paste -sd / out)"
		status 0 fixenc -e $args in >out 2>err
		[ ! -s err ]
	done
}

@test "hostile bytes: characters cut at the end" {
	hostile <<'CASES'
one byte of three||{utf8}\345|UTF-8|1|{}�
two bytes of three||{utf8}\345\267|UTF-8|2|{}�
one of four||{utf8}\360|UTF-8|1|{}�
two of four||{utf8}\360\240|UTF-8|2|{}�
three of four||{utf8}\360\240\200|UTF-8|3|{}�
before a line's end||{utf8}\345\267\n{utf8}\n|UTF-8|2|{}�/{}
before CR LF||{utf8}\345\267\r\n{utf8}\r\n|UTF-8|2|{}�/{}
a lead byte of GBK||{gb}\326|GB18030|1|{}�
two bytes of four|-F gb18030|{gb}\2010|GB18030|1|{}�0
three bytes of four|-F gb18030|{gb}\2010\201|GB18030|2|{}�0�
a lead byte before LF||{gb}\326\n{gb}\n|GB18030|1|{}�/{}
a lead byte before CR LF|-F gbk|{gb}\326\r\n{gb}\r\n|GB18030|1|{}�/{}
a lead byte of Big5||{big5}\244|Big5|1|{}�
a lead byte of EUC-TW|-F euc-tw|{euctw}\304|EUC-TW|1|{}�
one byte of a plane|-F euc-tw|{euctw}\216|EUC-TW|1|{}�
two bytes of a plane|-F euc-tw|{euctw}\216\242|EUC-TW|2|{}�
three bytes of a plane|-F euc-tw|{euctw}\216\242\241|EUC-TW|3|{}�
half a unit||{le}V|UTF-16LE|1|{}�
half a unit of the other order||{be}V|UTF-16BE|1|{}�
half a unit behind a mark||\377\376{le}V|UTF-16LE|1|{}�
HZ that does not end||~{VPND|HZ|0|中文
HZ that ends with the line||~{VPND\n~{VPND~}\n|HZ|0|中文/中文
a tilde at the end of HZ||~{VPND~}~|HZ|0|中文~
CASES
}

@test "hostile bytes: what no charset has" {
	hostile <<'CASES'
two bytes, overlong||{utf8}\300\257|UTF-8|2|{}��
three bytes, overlong||{utf8}\340\200\257|UTF-8|3|{}���
NUL, overlong||{utf8}\300\200x|UTF-8|2|{}��x
CESU-8||{utf8}\355\241\200\355\260\200，{utf8}|UTF-8|6|{}������，{}
a surrogate in UTF-8||{utf8}\355\240\200|UTF-8|3|{}���
beyond 10FFFF||{utf8}\364\220\200\200|UTF-8|4|{}����
five bytes||{utf8}\370\210\200\200\200|UTF-8|5|{}�����
bytes that lead nothing||{utf8}\200\277，{utf8}|UTF-8|2|{}��，{}
FE and FF||{utf8}\376\377|UTF-8|2|{}��
four bytes beyond 10FFFF|-F gb18030|{gb}\3432\2326|GB18030|2|{}�2�6
the last four bytes|-F gb18030|{gb}\3432\2325|GB18030|0|{}􏿿
four bytes of nothing|-F gb18030|{gb}\3769\3769|GB18030|2|{}�9�9
80 is the euro sign||{gb}\200|GB18030|0|{}€
FF||{gb}\377|GB18030|1|{}�
a trail byte 7F|-F gbk|{gb}\326\177|GB18030|1|{}�
a trail byte FF|-F gbk|{gb}\326\377|GB18030|2|{}��
80 in Big5|-F big5|{big5}\200|Big5|1|{}�
C8FF in Big5|-F big5|{big5}\310\377|Big5|2|{}��
a plane that is not there|-F euc-tw|{euctw}\216\261\241\241\n{euctw}|EUC-TW|2|{}�� /{}
a high surrogate alone||\377\376{le}\000\330-N|UTF-16LE|2|{}�中
a low surrogate alone||\377\376{le}\000\334-N|UTF-16LE|2|{}�中
two high ones and a low one||\377\376{le}@\330@\330\000\334|UTF-16LE|2|{}�𠀀
a high one before a line's end||\376\377{be}\330@\000\n{be}|UTF-16BE|2|{}�/{}
a high one and half a unit||\377\376{le}@\330\000|UTF-16LE|3|{}��
high bytes in HZ|-F hz|~{VPND~}\326\320|HZ|2|中文��
a byte of no ASCII|-F ascii|a\200|ASCII|1|a�
CASES
}

@test "hostile bytes: marks before other charsets, NUL, ends of lines" {
	hostile <<'CASES'
UTF-8's before GBK||\357\273\277{gb}|GB18030|0|{}
UTF-8's twice||\357\273\277\357\273\277{utf8}|UTF-8|0|{}
UTF-16's before UTF-8||\377\376{utf8}|UTF-8|0|{}
UTF-16's of the other order before UTF-8||\376\377{utf8}\n|UTF-8|0|{}
UTF-16's before GBK||\377\376{gb}|GB18030|0|{}
UTF-16's before ASCII in UTF-16||\377\376a\000b\000|UTF-16LE|0|ab
GB18030's before UTF-8||\2041\2253{utf8}|UTF-8|0|{}
nothing but UTF-16's||\377\376|ASCII|0|
NUL between||{utf8}\000{utf8}\n|UTF-8|0|{}{}
ends of all kinds||{utf8}\r\n{utf8}\r{utf8}\n{utf8}|UTF-8|0|{}/{} {}/{}
a few letters of ASCII are no UTF-16||{"a":1}|ASCII|0|{"a":1}
an unknown byte is no word||\347\224\262?\357\274\233?\n|UTF-8|0|甲?；?
CASES
}
