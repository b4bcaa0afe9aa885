#!/usr/bin/perl
# The way back, for tests: JSON lines of flat objects with the same names in
# the same order to TSV.  Numbers keep their bytes; null is \N, "" is empty.
use strict;
use warnings;

my %byte = (b => "\b", f => "\f", n => "\n", r => "\r", t => "\t");
my %letter = ("\t" => "t", "\n" => "n", "\r" => "r", "\\" => "\\");

sub unescape {
	my ($e) = @_;
	return $byte{$e} // $e if length $e == 1;
	my @u = map { hex } $e =~ /u(....)/g;
	my $c = @u == 1 ? $u[0] :
	    0x10000 + (($u[0] & 0x3ff) << 10 | $u[1] & 0x3ff);
	my $s = chr $c;
	utf8::encode($s);
	return $s;
}

sub field {
	my ($s) = @_;
	$s =~ s{\\(u[dD][89abAB]..\\u....|u....|.)}{unescape($1)}ge;
	$s =~ s/([\t\n\r\\])/\\$letter{$1}/g;
	return $s;
}

# Takes a string off the front of $_: up to the first quote that is not escaped.
sub string {
	s/^"// or die "no string: ", substr $_, 0, 80;
	pos() = 0;
	/\G[^"\\]+/gc || /\G\\./gc while substr($_, pos() // 0, 1) ne '"';
	my $s = substr $_, 0, pos() // 0;
	$_ = substr $_, length($s) + 1;
	return field($s);
}

my $head;
binmode STDIN;
binmode STDOUT;
while (<STDIN>) {
	my (@name, @value);
	chomp;
	s/^\{// or die "no object: ", substr $_, 0, 80;
	while (!s/^\}$//) {
		push @name, string();
		s/^:// or die "no colon: ", substr $_, 0, 80;
		push @value, /^"/ ? string() : s/^null// ? "\\N" :
		    s/^([^,{}\[\]"]+)// ? $1 :
		    die "no value: ", substr $_, 0, 80;
		s/^,//;
	}
	my $names = join "\t", @name;
	$head //= (print("$names\n"), $names)[1];
	$head eq $names or die "other names: $names";
	print join("\t", @value), "\n";
}
