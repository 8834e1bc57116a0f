# Statistics Norway, KLASS: changes between two dates, as the service gives them as CSV
id: klass
title: Statistics Norway, KLASS (changes)
evidence: 1 ^\uFEFF?"?oldCode"?[;,]"?oldName"? => the header starts with oldCode and oldName
evidence: 1 [;,]"?newCode"?[;,]"?newName"? => the header names newCode and newName
evidence: 1 [;,]"?changeOccurred"?$ => the header ends with changeOccurred
encoding: windows-1252
header-line: 1
list: yes
role: ^oldCode$ => from
role: ^oldName$ => from-name
role: ^newCode$ => to
role: ^newName$ => to-name
role: ^changeOccurred$ => year
role: . => group
