# KIDS COUNT Data Center: one row a number, percent and number side by side
id: kids-count
title: KIDS COUNT Data Center
evidence: 1 ^\uFEFF?"?LocationType"?,"?Location"?, => the header starts with LocationType and Location
evidence: 1 ,"?TimeFrame"?,"?DataFormat"?,"?Data"?$ => the header ends with TimeFrame, DataFormat and Data
delimiter: ,
decimal: .
header-line: 1
suppressed: S
not-calculated: LNE
missing: N.A.
missing: NA
role: ^LocationType$ => group
role: ^Location$ => unit
role: ^TimeFrame$ => period
role: ^Data$ => value
role: . => group
