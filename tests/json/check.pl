#!/usr/bin/perl
# As check.js, with JSON::XS, for the kind str; any other kind asks only that
# each line is valid and has its name.
use strict;
use warnings;
use JSON::XS;

my ($got, $wanted, $kind) = @ARGV;
my $json = JSON::XS->new->utf8;
my ($n, $bad) = (0, 0);
open my $rows, "<:raw", $got or die;
open my $want, "<:raw", $wanted or die;
while (my $row = <$rows>) {
	my ($name, $hex) = split /\t/, <$want> // "", -1;
	chomp $hex;
	my $o = eval { $json->decode($row) };
	my $v = defined $o ? $o->{v} // "" : undef;
	$n++;
	utf8::encode($v) if defined $v && !ref $v;
	next if defined $o && $o->{name} eq $name &&
	    ($kind ne "str" || unpack("H*", $v) eq $hex);
	print "$name: ", substr($row, 0, 200), " $@\n";
	$bad++;
}
$bad++ if defined <$want>;
print "$n rows, $bad bad\n";
exit($bad > 0 || $n < 200);
