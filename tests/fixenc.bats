# fixenc: charsets, mojibake, shifted bytes, annotations, debris, script.
load lib

@test "GB18030 is found and decoded" {
	printf '\311\371\303\367\243\272\275\361\304\352\307\251\324\274\317\356\304\277\n' >in
	is "$(printf 'doc\tline\ttext\nin\t1\t声明：今年签约项目')" "$(fixenc in)"
}
