/* Giving up what a program that only reads and writes has no need of. */
#ifndef BASE_JAIL_H
#define BASE_JAIL_H

/*
 * Gives up, for good, all system calls but those that read, write, wait,
 * close, get memory that is not executable, read a clock and end the process;
 * any other one fails from now on, on Linux with EPERM.  To be called when the
 * last file is open.  Returns 0; or -1 and nothing changed where the system
 * has no such thing or refuses, and in builds with a sanitizer, which needs
 * more calls than that.
 */
int jail_enter(void);

#endif
