# SDMX-CSV 2.0, as the OECD Data Explorer writes it, with or without labels
id: sdmx-csv
title: SDMX-CSV 2.0
evidence: 1 ^\uFEFF?"?STRUCTURE(\[.\])?"?[,;]"?STRUCTURE_ID"?[,;] => the header starts with STRUCTURE and STRUCTURE_ID
evidence: 1 [,;]"?OBS_VALUE(: [^,;"]*)?"?([,;]|$) => the header names OBS_VALUE
evidence: 2 ^"?(dataflow|datastructure|dataprovision)"?[,;] => the first row says what kind of structure it is (case aside)
header-line: 1
code-columns: ^STRUCTURE_ID$
code: ^[^:]*:([^:(]+)\(.*$
split: ^([^:]+): (.+)$
split-columns: ^(?!STRUCTURE|ACTION)[A-Za-z0-9_@]+:
missing: NaN
missing: :
remark: ^(OBS_FLAG|OBS_STATUS)$ => [bB] => break
remark: ^(OBS_FLAG|OBS_STATUS)$ => [eEfFiIs] => estimated
remark: ^(OBS_FLAG|OBS_STATUS)$ => [pP] => provisional
remark: ^(OBS_FLAG|OBS_STATUS)$ => [uUnN] => unreliable
remark: ^(OBS_FLAG|OBS_STATUS)$ => ^[cQ]$ => suppressed
remark: ^(OBS_FLAG|OBS_STATUS)$ => ^[mzM]$ => not-applicable
remark: ^ACTION$ => ^D$ => left-out
remark: ^CONF_STATUS$ => ^[CNSD]$ => suppressed
role: ^STRUCTURE_ID$ => indicator
role: ^(STRUCTURE(\[.+\])?|STRUCTURE_NAME|ACTION|OBS_FLAG|OBS_STATUS|CONF_STATUS|OBS_CONF|Observation status.*|Observation value|Time period|Confidentiality status)$ => note
role: ^(geo|REF_AREA)(:.*)?_name$ => unit-name
role: ^(geo|REF_AREA)(:.*)?$ => unit
role: ^(Reference area|Reference Area)$ => unit-name
role: ^TIME_PERIOD(:.*)?$ => period
role: ^OBS_VALUE(:.*)?$ => value
role: (?i)^sex(:.*)?$ => sex
role: (?i)^age(:.*)?$ => age
role: . => group
