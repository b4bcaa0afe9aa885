#!/usr/bin/perl
# Writes hostile fields: `name TAB field` rows to the file named first, and
# `name TAB hex` to the second, hex being the UTF-8 bytes that a JSON parser
# must find in a string made of the field, and the rows again that are valid
# UTF-8 and hold no U+FFFD to the third.  Ill-formed UTF-8 becomes U+FFFD,
# one for each maximal subpart (Unicode 15, section 3.9, table 3-7).
use strict;
use warnings;

my (@case, %seen);

sub add {
	my ($name, @text) = @_;
	my $n = 0;
	for (@text) {
		my $id = $name . "-" . ++$n;
		die "twice: $id" if $seen{$id}++;
		push @case, [$id, $_];
	}
}

# Controls and single bytes, alone and in the middle of a text.
add "control", map { chr } 0 .. 31, 127;
add "control-inside", map { "a" . chr($_) . "b" } 0 .. 31, 127;
add "lone-byte", map { chr } 0x80 .. 0xff;
add "lone-byte-inside", map { "x" . chr($_) . "y" } 0xc0, 0xc2, 0xe0, 0xf0,
    0xf4, 0xf5, 0xfe, 0xff, 0x80, 0xbf;
add "nul", "\0", "\0\0\0", "a\0", "\0a", "\0" x 5000;

# Overlong forms, surrogates, too large, cut, and what looks like them.
add "overlong", "\xc0\xaf", "\xc1\xbf", "\xe0\x80\xaf", "\xe0\x9f\xbf",
    "\xf0\x80\x80\xaf", "\xf0\x8f\xbf\xbf", "\xf8\x88\x80\x80\x80",
    "\xfc\x84\x80\x80\x80\x80", "\xc0\x80", "\xe0\x80\x80";
add "surrogate", "\xed\xa0\x80", "\xed\xbf\xbf", "\xed\xa0\xbd\xed\xb8\x80",
    "\xed\xa0\x80a", "a\xed\xb0\x80";
add "too-large", "\xf4\x90\x80\x80", "\xf7\xbf\xbf\xbf", "\xf5\x80\x80\x80";
add "cut", map { ("$_", "$_ ", "$_\xe4\xb8\xad", "\xe4\xb8\xad$_", "$_\"") }
    "\xe4", "\xe4\xb8", "\xf0\x9f", "\xf0\x9f\x98", "\xc3", "\xe0\xa0",
    "\xf1\x80\x80", "\xed\x9f", "\xf4\x8f\xbf";
add "cut-twice", "\xe4\xb8\xe4\xb8\xad", "\xf0\x9f\xf0\x9f\x98\x80",
    "\xe4\xe4\xe4", "\xf0\xe4\xc3";
add "border", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf",
    "\xee\x80\x80", "\xef\xbf\xbd", "\xef\xbf\xbe", "\xef\xbf\xbf",
    "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "\xef\xb7\x90", "\xef\xbb\xbf",
    "\xef\xbb\xbf{}", "\xff\xfe[\0]\0", "\xe2\x80\xa8\xe2\x80\xa9";
add "mixed", "\xe4\xb8\xad\xd6\xd0\xce\xc4", "\xa4\xa4\xa4\xe5",
    "\xe4\xb8\xad" x 7 . "\xb8" . "\xe5\x9b\xbd" x 5,
    map { "\xe6\x96\x87" x $_ . "\"" . "a" x $_ . "\\" } 1 .. 9;

# Quotes, backslashes and texts that look like escapes.
add "escape", "\"", "\\", "\\\\", "\\\"", "\"\\\"", "\\n", "\\u0000",
    "\\ud800", "\\udc00\\ud800", "\\N", "N\\", "/", "</script>", "\\x41",
    "\\u", "\\t\t\\n\n\\r\r", "'", "`", "\b\f", "\\" x 999, "\"" x 999;
add "space", " ", "  ", "\t", "\n", "\r", "\r\n", "\n\n", "\x0b\x0c",
    "\xc2\xa0", "\xe3\x80\x80", " 1", "1 ", "\n1";

# Numbers, and what is none.
add "number", qw(0 -0 1 -1 10 42 1.5 -1.5 0.1 1e5 1E5 1e+5 1e-5 1.0 1.50 0e0
    0.0 -0.0 0e99999 123456789012345 1234567890123456 999999999999999
    9007199254740993 100000000000000000000 1.00000000000000000
    0.000000000000001 0.123456789012345 0.1234567890123456 1e307 1e308 1e309
    9.99e307 -1e400 1e-307 1e-308 5e-324 1e-400 123e305 0.001e310
    102715000000 3.14159265358979 3.141592653589793 12345678901234567890
    1e000000000000000000001 1e-000000000000000000001 100e-2);
add "no-number", "1,000", qw(+1 01 -01 007 .5 5. 5.e1 1e 1e+ 1e- e5 1.e5 -.5
    - + . --1 0x10 0b1 1_000 1/3 Infinity -Infinity NaN nan inf 1e5e5 1.2.3 1-
    -a 12% 00 -00 0.e1 1a 0a 1E 2023-03-22 123abc), "1 000",
    "\xef\xbc\x91", "\xe4\xb8\x80", "1\0", "\0" . "1", "1\n", "\x{d9}\x{a1}";
add "long-number", "1" x 400, "0." . "0" x 400 . "1", "1" . "0" x 400,
    "1e" . "9" x 400, "1e-" . "9" x 400, "0" x 400, "-" x 400,
    "1" . "0" x 300, "0." . "0" x 300 . "1", "0." . "1" x 400;
add "word", qw(true false null True TRUE nul tru t f 1true undefined None);

# JSON texts, whole and broken.
add "text", '{}', '[]', '""', '[1,2]', '{"a":1}', '{"a":{"b":[null]}}',
    ' [ 1 , 2 ] ', "\t{ \"a\" :\n1 }\r", '"a"', '"\u4e2d"', '"\ud83d\ude00"',
    '{"a":1,"a":2}', '[[[[[[]]]]]]', '{"":""}', '"\b\f\n\r\t\/\\\\\""',
    '[true,false,null]', '[-0,1e5,0.5]', '"' . "\xe4\xb8\xad" . '"',
    '["' . "\xf0\x9f\x98\x80" . '"]', '[{}, {}, []]', '"\u0000"',
    '"\u2028"', '[1e999]', '{"a":[{"b":[{"c":[]}]}]}';
add "broken-text", '{', '}', '[', ']', '{]', '[}', '[1,]', '[,1]', '[1 2]',
    '{"a"}', '{"a":}', '{:1}', '{"a":1,}', '{,}', "{'a':1}", '{a:1}',
    '{"a" 1}', '{"a"::1}', '{1:1}', '[1]]', '[[1]', '"', '"a', 'a"', '"\\',
    '"\\u', '"\u12"', '"\u12g4"', '"\x41"', '"\\a"', '"a" "b"', '[1]x',
    '[tru]', '[+1]', '[01]', '[1.]', '[.1]', '[NaN]', '[-]', '[1e]',
    '{"a":1}{"b":2}', '//c', '[1/**/]', '["' . "\t" . '"]', "[\"\0\"]",
    "[\"\n\"]", '["' . "\xff" . '"]', '["' . "\xed\xa0\x80" . '"]',
    '"' . "\xe4\xb8" . '"', '"\ud800"', '"\ud800a"', '"\ud800\u0041"',
    '"\udc00"', '"\udc00\ud800"', '"\ud800\ud800\udc00"', '[1,,2]', '[ ',
    "\xef\xbb\xbf[]", "[]\0", "\0[]", "[\x0b1]", "[\xc2\xa0]", "[1,\f2]",
    '{"a":1 "b":2}', '[""', '["a', ':', ',', '[:]', '{"a",1}', '*', '<a>';
add "deep", "[" x 200 . "]" x 200, "[" x 256 . "]" x 256,
    "[" x 257 . "]" x 257, '{"a":' x 100 . "1" . "}" x 100,
    "[" x 100000, "[" x 100000 . "]" x 100000, '{"":' x 50000,
    "]" x 100000;

# Long ones, with something at each place around the ends of the pieces.
add "long", "a" x 100000, "\xe4\xb8\xad" x 50000, "\xff" x 50000,
    "\x01" x 50000, "\\" x 50000, "\xf0\x9f\x98\x80" x 30000;
add "seam", map { "a" x (16384 - $_) . "\xe4\xb8\xad\\\xf0\x9f\x98\x80\"" .
    "b" x 20000 } 0 .. 9;
add "seam-bad", map { "a" x (16384 - $_) . "\xe4\xb8\xf0\x9f" .
    "b" x 100 } 0 .. 5;

my $good = qr/[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|
    [\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|
    \xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|
    \xf4[\x80-\x8f][\x80-\xbf]{2}/x;
my $start = qr/\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f]|
    \xf0[\x90-\xbf][\x80-\xbf]?|[\xf1-\xf3][\x80-\xbf]{1,2}|
    \xf4[\x80-\x8f][\x80-\xbf]?|[\x80-\xff]/x;
my %letter = ("\t" => "t", "\n" => "n", "\r" => "r", "\\" => "\\");

open my $rows, ">:raw", $ARGV[0] or die;
open my $want, ">:raw", $ARGV[1] or die;
open my $valid, ">:raw", $ARGV[2] or die;
print $_ "name\tv\n" for $rows, $valid;
for (@case) {
	my ($name, $text) = @$_;
	my $field = $text;
	$field =~ s/([\t\n\r\\])/\\$letter{$1}/g;
	print $rows "$name\t$field\n";
	my $bad = $text =~ s/($good)|$start/$1 \/\/ "\xef\xbf\xbd"/ge &&
	    $text =~ /\xef\xbf\xbd/;
	print $valid "$name\t$field\n" if !$bad;
	print $want "$name\t", unpack("H*", $text), "\n";
}
