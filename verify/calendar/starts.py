"""The starts of repeated events in UTC, by dateutil's rules and Python's time zones.

Reads one JSON object a line: {"zone", "start": "20260302T200000", "rule", "from", "to"} (the latter in seconds since the
epoch), and writes the starts of each in a JSON list.
"""

import json
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

MARGIN = timedelta(days=2)


def instant(local, zone):
    """None for a time that the clock leaves out."""
    there = local.replace(tzinfo=zone).astimezone(timezone.utc)
    return there.timestamp() if there.astimezone(zone).replace(tzinfo=None) == local else None


for line in sys.stdin:
    event = json.loads(line)
    zone = ZoneInfo(event["zone"])
    first = datetime.strptime(event["start"], "%Y%m%dT%H%M%S")
    rule = rrulestr(event["rule"], dtstart=first)
    low, high = (datetime.fromtimestamp(event[key], timezone.utc).replace(tzinfo=None) for key in ("from", "to"))
    found = {first, *rule.between(low - MARGIN, high + MARGIN, inc=True)}
    starts = sorted(instant(each, zone) or -1 for each in found)
    print(json.dumps([at for at in starts if event["from"] <= at < event["to"]]))
