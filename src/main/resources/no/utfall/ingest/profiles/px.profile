# PC-Axis: keywords, then one block of numbers
id: px
title: PC-Axis (px)
evidence: 1 ^\uFEFF?[A-Z-]+(\[[a-z]{2}\])?=.*;?$ => line 1 is a keyword with its value
evidence: * ^(STUB|HEADING|MATRIX|SUBJECT-AREA|AXIS-VERSION|SUBJECT-CODE)(\[[a-z]{2}\])?= => the keywords of a px file
form: px
encoding: windows-1252
encoding-from: ^CODEPAGE="([^"]+)"
decimal: .
suppressed: :
not-applicable: .
missing: ..
missing: ...
missing: ....
missing: .....
missing: ......
zero: -
role: ^value$ => value
