# CDC WONDER: Notes in front, query and caveats behind "---"
id: wonder
title: CDC WONDER
evidence: 1 ^"?Notes"?[,\t] => the first column is Notes
evidence: 1 "?Deaths"?[,\t]"?Population"?([,\t]|$) => the header has Deaths and Population
evidence: 1 "?Crude Rate"? => the header has Crude Rate
decimal: .
header-line: 1
levels: us-fips
footer-from: ---
suppressed: Suppressed 1 9
missing: Missing
not-applicable: Not Applicable
unreliable: Unreliable
width: ^County Code$ => 5
width: ^State Code$ => 2
role: ^Notes$ => note
role: ^County Code$ => unit
role: ^County$ => unit-name
role: ^State( Code)?$ => group
role: ^Year$ => period
role: ^Year Code$ => note
