# The Norwegian Institute of Public Health, cubes with codes: a column of flags says why a number is not there
id: fhi
title: Norwegian Institute of Public Health (FHI), cube with codes
evidence: 1 ^\uFEFF?"?GEO"?[,;\t]"?(AAR|aar)"?[,;\t] => the header starts with GEO and AAR
evidence: 1 [,;\t]"?(TELLER|NEVNER|MEIS|RATE|sumTELLER)"?([,;\t]|$) => the header names numbers of a cube: TELLER, NEVNER, RATE, MEIS
evidence: 1 [,;\t]"?(SPVFLAGG|spv_tmp)"?([,;\t]|$) => the header has a column of flags
suppressed: :
missing: .
missing: ..
missing: NA
not-calculated: -
levels: norway
remark: ^(SPVFLAGG|spv_tmp)$ => ^1$ => missing
remark: ^(SPVFLAGG|spv_tmp)$ => ^[29]$ => not-calculated
remark: ^(SPVFLAGG|spv_tmp)$ => ^[34]$ => suppressed
role: ^(SPVFLAGG|spv_tmp)$ => note
role: ^GEO$ => unit
role: (?i)^AAR$ => period
role: ^KJONN$ => sex
role: ^ALDER$ => age
role: ^(TELLER|NEVNER|sumTELLER|sumNEVNER|RATE\.n)$ => count
role: ^(RATE|SMR|MEIS)$ => value
