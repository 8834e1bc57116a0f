id: plain
title: a table with its header on line 1
suppressed: :
not-applicable: .
missing: ..
