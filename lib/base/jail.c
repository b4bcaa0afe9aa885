/*
 * Giving up system calls: a filter of seccomp(2) on Linux, pledge(2) on
 * OpenBSD, capability mode on FreeBSD.
 */
#define _DEFAULT_SOURCE		/* syscall */
#include "base/jail.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || \
    __has_feature(thread_sanitizer)
#define SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED
#endif

/*
 * The machine as <linux/audit.h> numbers it, where the low word of an argument
 * comes first.  A sanitizer needs more calls than a jail has.
 */
#if !defined(__linux__) || defined(SANITIZED)
#elif defined(__x86_64__) && !defined(__ILP32__)
#define MACHINE 0xc000003e
#elif defined(__i386__)
#define MACHINE 0x40000003
#elif defined(__aarch64__) && defined(__AARCH64EL__) && !defined(__ILP32__)
#define MACHINE 0xc00000b7
#elif defined(__arm__) && defined(__ARM_EABI__) && defined(__ARMEL__)
#define MACHINE 0x40000028
#elif defined(__riscv) && __riscv_xlen == 64
#define MACHINE 0xc00000f3
#endif

#if defined(MACHINE)

#include <sys/prctl.h>
#include <sys/syscall.h>

#include <errno.h>
#include <stdint.h>
#include <unistd.h>

/*
 * The names of <linux/filter.h> and <linux/seccomp.h>, which not every libc
 * brings with it, by other names.
 */
struct insn {
	uint16_t code;
	uint8_t yes;		/* instructions skipped when true */
	uint8_t no;		/* and when false */
	uint32_t k;
};

struct program {
	unsigned short n;
	const struct insn *insn;
};

enum {
	LOAD = 0x20,		/* BPF_LD | BPF_W | BPF_ABS */
	IF_EQUAL = 0x15,	/* BPF_JMP | BPF_JEQ | BPF_K */
	IF_ANY = 0x45,		/* BPF_JMP | BPF_JSET | BPF_K */
	RETURN = 0x06,		/* BPF_RET | BPF_K */

	AT_CALL = 0,		/* offsets in struct seccomp_data */
	AT_MACHINE = 4,
	AT_THIRD = 32,		/* low word of the third argument */

	GRANT = 0x7fff0000,	/* SECCOMP_RET_ALLOW */
	REFUSE = 0x00050000 | EPERM,	/* SECCOMP_RET_ERRNO */

	EXECUTE = 4,		/* PROT_EXEC */
	SET_FILTER = 1,		/* SECCOMP_SET_MODE_FILTER */
	KEEP_SPEED = 4		/* SECCOMP_FILTER_FLAG_SPEC_ALLOW */
};

#define ALLOW(call)							\
	{ IF_EQUAL, 0, 1, call },					\
	{ RETURN, 0, 0, GRANT }

/* mmap and mprotect: the third argument tells the protection. */
#define ALLOW_DATA(call)						\
	{ IF_EQUAL, 0, 4, call },					\
	{ LOAD, 0, 0, AT_THIRD },					\
	{ IF_ANY, 1, 0, EXECUTE },					\
	{ RETURN, 0, 0, GRANT },					\
	{ RETURN, 0, 0, REFUSE }

/* A machine has some of these only; the frequent ones come first. */
static const struct insn filter[] = {
	{ LOAD, 0, 0, AT_MACHINE },
	{ IF_EQUAL, 1, 0, MACHINE },
	{ RETURN, 0, 0, REFUSE },
	{ LOAD, 0, 0, AT_CALL },
	ALLOW(SYS_read),
	ALLOW(SYS_write),
#ifdef SYS_poll
	ALLOW(SYS_poll),
#endif
#ifdef SYS_ppoll
	ALLOW(SYS_ppoll),
#endif
#ifdef SYS_ppoll_time64
	ALLOW(SYS_ppoll_time64),
#endif
	/* How musl writes messages, and glibc its last words. */
	ALLOW(SYS_writev),
	ALLOW(SYS_close),
	/* malloc */
	ALLOW(SYS_brk),
#ifdef SYS_mmap2
	ALLOW_DATA(SYS_mmap2),
#else
	ALLOW_DATA(SYS_mmap),
#endif
	ALLOW_DATA(SYS_mprotect),
	ALLOW(SYS_mremap),
	ALLOW(SYS_munmap),
	ALLOW(SYS_madvise),
	/* The clock of -v where the kernel lends none to user space. */
#ifdef SYS_clock_gettime
	ALLOW(SYS_clock_gettime),
#endif
#ifdef SYS_clock_gettime64
	ALLOW(SYS_clock_gettime64),
#endif
	/* The way back from the handler of SIGUSR1, and from a stop. */
	ALLOW(SYS_rt_sigreturn),
#ifdef SYS_sigreturn
	ALLOW(SYS_sigreturn),
#endif
	ALLOW(SYS_restart_syscall),
	ALLOW(SYS_exit_group),
	ALLOW(SYS_exit),
	{ RETURN, 0, 0, REFUSE }
};

/*
 * Before Linux 5.16 a filter slows the whole process down, against leaks that
 * matter where several parties share one, unless told not to; before 4.17
 * the kernel does not know that flag, nor does it slow anything down.  It is
 * seccomp(2) and not the older prctl(2) for that flag, and because valgrind,
 * which needs many calls itself, refuses the one and lets the other through.
 */
int
jail_enter(void)
{
	struct program p;

	p.n = sizeof filter / sizeof filter[0];
	p.insn = filter;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1UL, 0UL, 0UL, 0UL) == -1)
		return -1;
	if (syscall(SYS_seccomp, SET_FILTER, KEEP_SPEED, &p) == 0)
		return 0;
	if (errno != EINVAL)
		return -1;
	return syscall(SYS_seccomp, SET_FILTER, 0, &p) == 0 ? 0 : -1;
}

#elif defined(__OpenBSD__)

/* <unistd.h> has it, but not for a program that asks for POSIX alone. */
int pledge(const char *, const char *);

int
jail_enter(void)
{
	return pledge("stdio", 0);
}

#elif defined(__FreeBSD__)

/* As in <sys/capsicum.h>, which needs types that POSIX alone has not. */
int cap_enter(void);

int
jail_enter(void)
{
	return cap_enter();
}

#else

int
jail_enter(void)
{
	return -1;
}

#endif
