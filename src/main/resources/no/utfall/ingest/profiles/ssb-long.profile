# Statistics Norway, StatBank: one row a number, the column of numbers named after the table
id: ssb
title: Statistics Norway, StatBank (one row a number)
evidence: 1 ^"[^"]+"([;,\t]"[^"]+")*[;,\t]"\d{5}: [^"]+"$ => the last name of the header is a table title with a table number
evidence: 1 ^(?=.*"(region|kommune)")(?=.*"(statistikkvariabel|år|contents|year|tid)") => the header names region and variable as StatBank does
evidence: name ^(SSB_)?\d{5}_\d{8}-\d{6} => the file is named as StatBank names its files
encoding: windows-1252
header-line: 1
suppressed: :
not-applicable: .
missing: ..
missing: ...
zero: -
units: kommune
levels: norway
split: ^((?=[0-9A-Z-]*[0-9])[0-9A-Z-]+|EAK[A-Z]*) (\S.*)$
split-columns: ^(region|kommune|kommuner|fylke|bydel|grunnkrets|delområde|kostragruppe|municipality|county)$
rename: ^\d{5}: .*$
rename-to: value
role: ^(statistikkvariabel|contents)$ => indicator
