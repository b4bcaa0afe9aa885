/* Builds tables in memory. */
#include "tab/build.h"

static void
put_le(struct buf *b, uint64_t v, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		buf_byte(b, (int)(v >> 8 * i & 0xff));
}

void
build_u16(struct buf *b, uint16_t v)
{
	put_le(b, v, 2);
}

void
build_u32(struct buf *b, uint32_t v)
{
	put_le(b, v, 4);
}

void
build_u64(struct buf *b, uint64_t v)
{
	put_le(b, v, 8);
}

void
build_set32(struct buf *b, size_t off, uint32_t v)
{
	size_t i;

	for (i = 0; i < 4; i++)
		b->p[off + i] = (char)(v >> 8 * i & 0xff);
}

static size_t
aligned(size_t n)
{
	return (n + 7) / 8 * 8;
}

void
build_table(struct buf *out, const char *kind, const struct buf *section,
    uint32_t n)
{
	size_t off, whole;
	uint32_t i;

	off = 24 + 16 * (size_t)n;
	whole = off;
	for (i = 0; i < n; i++)
		whole = aligned(whole) + section[i].n;
	buf_clear(out);
	buf_add(out, "factline", 8);
	buf_add(out, kind, 4);
	build_u32(out, n);
	build_u64(out, whole);
	for (i = 0; i < n; i++) {
		off = aligned(off);
		build_u64(out, off);
		build_u64(out, section[i].n);
		off += section[i].n;
	}
	for (i = 0; i < n; i++) {
		while (out->n % 8 != 0)
			buf_byte(out, 0);
		buf_add(out, section[i].p, section[i].n);
	}
}

uint32_t
build_log2(uint64_t v)
{
	uint64_t m;
	uint32_t r;
	int bit, e;

	for (e = 0; v >> e >> 1 != 0; e++)
		continue;
	m = e <= 31 ? v << (31 - e) : v >> (e - 31);
	r = (uint32_t)e;
	for (bit = 0; bit < 7; bit++) {
		m = m * m >> 31;
		r <<= 1;
		if (m >> 32 != 0) {
			r |= 1;
			m >>= 1;
		}
	}
	return r;
}
