/*
 * Puts the bytes of TAB_FILE into read-only data under the name tab_NAME;
 * TAB_NAME and TAB_FILE come from the command line.
 */
#define JOIN2(a, b) a##b
#define JOIN(a, b) JOIN2(a, b)
#if defined(__APPLE__)
#define SYMBOL JOIN(_tab_, TAB_NAME)
	.const
#else
#define SYMBOL JOIN(tab_, TAB_NAME)
	.section .rodata
#endif
	.balign	64
	.globl	SYMBOL
SYMBOL:
	.incbin	TAB_FILE
#if defined(__ELF__)
	.section .note.GNU-stack, "", %progbits
#endif
