/* Whether a descriptor can be read or written without waiting. */
#ifndef BASE_READY_H
#define BASE_READY_H

/*
 * Waits until fd is ready for events (POLLIN, POLLOUT) or ms milliseconds have
 * passed (-1: for ever).  Returns 0 when the time was up, else not 0.
 */
int ready_wait(int fd, short events, int ms);

#endif
