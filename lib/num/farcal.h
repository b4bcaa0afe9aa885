/* Calendars of other countries, as far as their feasts need. */
#ifndef NUM_FARCAL_H
#define NUM_FARCAL_H

#include "num/cal.h"

/* Easter Sunday of year y, Western (Meeus, Astronomical Algorithms, 8). */
struct day farcal_easter(int y);

/*
 * The day of the Hebrew calendar that falls into the Gregorian year y: month 1
 * (Nisan) to 12 (the last Adar).  Dershowitz and Reingold, Calendrical
 * Calculations, 8.
 */
struct day farcal_hebrew(int y, int m, int d);

/*
 * The first day in the Gregorian year y that has the date m, d of the Islamic
 * calendar, tabular form.  The sighting of the moon may move it by a day.
 * Dershowitz and Reingold, 7.
 */
struct day farcal_islamic(int y, int m, int d);

#endif
