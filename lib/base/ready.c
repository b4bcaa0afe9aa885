/* Waiting for a descriptor. */
#include "base/ready.h"

#include <poll.h>

int
ready_wait(int fd, short events, int ms)
{
	struct pollfd p;

	p.fd = fd;
	p.events = events;
	p.revents = 0;
	return poll(&p, 1, ms);
}
