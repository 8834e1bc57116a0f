# Statistics Norway, StatBank: what "Last ned CSV" gives, measure and year joined in the header
id: ssb
title: Statistics Norway, StatBank
evidence: 1 ^"\d{5}: [^"]+"$ => line 1 is a quoted table title with a table number
evidence: 2 ^$ => line 2, below the title, is blank
evidence: 3 ^"[^"]+"([;,\t]"[^"]*")+$ => every name of the header on line 3 is quoted
evidence: name ^(SSB_)?\d{5}_\d{8}-\d{6} => the file is named as StatBank names its files
encoding: windows-1252
header-line: 3
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
