# SuperWEB2: a preamble, the names of the columns and the name of the rows on lines of their own, a comma after every line
id: superweb
title: SuperWEB2
evidence: 1 ^"?SuperWEB2?\(tm\) => line 1 names SuperWEB
evidence: * ^"Counting: => the preamble says what is counted
evidence: * ^Filters: => the preamble lists filters
encoding: windows-1252
delimiter: ,
decimal: .
header-line: widest
first-name-below: yes
footer-from-blank: yes
missing: ..
suppressed: n/a
role: (?i)zone|area|district|ward|region|localit|parish|count(r)?y|postcode|constituenc => unit
