# Kolada (RKA, Sweden): municipalities and regions, as the service gives them as JSON
id: kolada
title: Kolada (list of units, JSON)
evidence: json "id"\s*:\s*"\d{4}" => an object has an id of four digits
evidence: json "type"\s*:\s*"[KLR]" => an object is a municipality or region by its type
form: json-rows
rows: values
more: ^next(_page|_url)?$
levels: sweden
list: yes
role: ^id$ => unit
role: ^title$ => unit-name
role: . => group
