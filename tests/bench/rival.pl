# TSV to JSON lines with JSON::XS, from standard input to standard output.
use JSON::XS;
my $json = JSON::XS->new->utf8;
binmode STDIN, ":encoding(UTF-8)";
chomp(my $head = <STDIN>);
my @name = split /\t/, $head;
while (<STDIN>) {
	chomp;
	my %row;
	@row{@name} = split /\t/, $_, -1;
	print $json->encode(\%row), "\n";
}
