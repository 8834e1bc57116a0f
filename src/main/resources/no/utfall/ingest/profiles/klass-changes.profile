# Statistics Norway, KLASS: a list of changes, code and name in one cell
id: klass
title: Statistics Norway, KLASS (list of changes)
evidence: 1 ^kommuner?_\d{4};kommuner?_\d{4}(;|$) => the header names two years of municipalities
evidence: 2 ^\d{4}\u00a0-\u00a0.+;\d{4}\u00a0-\u00a0 => line 2 has code and name joined by a hyphen between no-break spaces
encoding: windows-1252
delimiter: ;
header-line: 1
list: yes
changes: ^kommuner?_(\d{4})$
split: ^(\d{4})\u00a0-\u00a0(.+)$
split-columns: ^kommuner?_\d{4}$
role: . => group
