# The Directorate of Integration and Diversity: three or four stacked header rows of "Label: value"
id: imdi
title: Directorate of Integration and Diversity (IMDi)
evidence: 1 ^Region;Navn;"?[^;:"]+: => line 1 is Region;Navn and then "Label: value"
evidence: * ^;;Enhet: => a stacked header row "Enhet:" (unit of measure)
evidence: * ^;;År: \d{4} => a stacked header row "År:" (year)
encoding: windows-1252
delimiter: ;
decimal: .
header-line: 1
header-lines-while-blank: yes
header-strip: ^[^:;]+:\s*
suppressed: :
not-applicable: .
not-calculated: Inf
code-columns: ^Region$
code: ^K(\d{4})$
