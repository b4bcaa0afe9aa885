/*
 * Bytes to C: standard input becomes string literals of 4000 bytes each, for
 * compilers without .incbin.  Compilers read literals far faster than numbers.
 */
#include <stdio.h>

enum { LITERAL = 4000 };

/* Three octal digits end an escape, whatever follows. */
static void
put_byte(int c)
{
	if (c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '?')
		putchar(c);
	else
		printf("\\%03o", (unsigned)c);
}

int
main(void)
{
	unsigned long n;
	int c;

	for (n = 0; (c = getchar()) != EOF; n++) {
		if (n % LITERAL == 0)
			fputs(n == 0 ? "\"" : "\",\n\"", stdout);
		put_byte(c);
	}
	fputs(n == 0 ? "\"\"\n" : "\"\n", stdout);
	return ferror(stdin) || fflush(stdout) != 0 ? 2 : 0;
}
