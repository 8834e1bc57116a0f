# Statistics Norway, StatBank, after a spreadsheet: the title padded with delimiters, blanks where cells were merged
id: ssb
title: Statistics Norway, StatBank (saved again by a spreadsheet)
evidence: 1 ^("\d{5}: [^"]+"|\d{5}: [^"]+?)[;,\t]+$ => line 1 is a table title with a table number, padded with delimiters
evidence: 2 ^[;,\t]+$ => line 2 holds delimiters only
evidence: name ^(SSB_)?\d{5}_\d{8}-\d{6} => the file is named as StatBank names its files
encoding: windows-1252
header-line: 3
header-lines-while-blank: yes
suppressed: :
not-applicable: .
missing: ..
missing: ...
zero: -
units: kommune
levels: norway
split: ^((?=[0-9A-Z-]*[0-9])[0-9A-Z-]+|EAK[A-Z]*) (\S.*)$
split-columns: ^(region|kommune|kommuner|fylke|bydel|grunnkrets|delområde|kostragruppe|municipality|county)$
role: ^(statistikkvariabel|contents)$ => indicator
