"""A preset with every table and every key, for tests."""

TEXT = '''\
format = 1

[agreement]
key = "prov"
name = "Provmodellen"
kind = "collaboration_plan"
title = "Provavtalet"
municipality = "Åby kommun"
working_year = "calendar_year"
starts = 2020-01-01
ends = 2023-12-31
signed = "Åby den 1/12-19"
signed_on = 2019-12-01
purpose = "Att samverka."
related = ["avtalet om KAA"]
laws = ["Skollagen"]
words = { party = "sektor", convenor = "sammanställande" }

[[party]]
key = "skola"
name = "Sektor lärande"
kind = "administration"
signs = true
board = "Lärandenämnden"
signatory = "Sektorschef"
units = ["Grundskola", "Förskola"]

[[party]]
key = "polis"
name = "Polisen"
kind = "state_authority"
signs = false

[[group]]
key = "ledning"
kind = "two_plus_two"
name = "2+2-gruppen"
full_name = "2+2-gruppen för samverkan"
occasion = "2+2-möte"
record = "Mötesanteckningar"

[[group]]
key = "styrgrupp"
kind = "steering_group"
name = "Styrgruppen"
full_name = "Styrgruppen för samverkan"
occasion = "styrgruppsmöte"
record = "Protokoll"
superiors = ["ledning"]
purpose = "Att styra."
target = "Barn"
division = "Lika."
costs = "Var och en."

[[group.seat]]
key = "A"
party = "skola"
function = "Sektorschef"
short = "Chef"
attends = "every"
grade = "must"
ex_officio = "sektorschef"

[[group.seat]]
key = "B"
party = "skola"
function = "Rektor"
places = 3

[[group.seat]]
key = "C"
party = "polis"
function = "Samtliga kommunpoliser"
collective = true
size = 4
grade = "should"

[[group.seat]]
key = "D"
party = "skola"
function = "Ersättare för sektorschefen"
deputy_for = "A"

[[area]]
key = "norr"
name = "Norra området"
kind = "place"
note = "Byarna"
documented = true
policy = "ban"

[[clause]]
ref = "§ 1"
heading = "Möten"
text = """
Styrgruppen har minst åtta möten \\
per år."""
locked = true

[[clause.obligation]]
kind = "meeting_frequency"
group = "styrgrupp"
grade = "normally"
count = 8

[[clause]]
ref = "§ 2"
heading = "Möten"
text = "Alla grupper för anteckningar."

[[clause.obligation]]
kind = "vacancy"
group_kind = "steering_group"

[[related]]
title = "KAA"
note = "Not"
parties = "Region"
level = "ledning"
excluded = true

[[routine]]
title = "Rutin ett"
kind = "routine"
number = 1
owner = "Rektor"
due = 2020-03-31
due_words = "första kvartalet 2020"
review_by = 2021-01-31

[[routine.step]]
activity = "Anmälan skrivs"
responsible = "Rektor"

[[routine.step]]
activity = "Återkoppling ges"

[[routine]]
title = "Rutin två"

[[routine.step]]
activity = "Möte hålls"
responsible = "Enhetschef"

[[strategy]]
title = "Förebygga"
text = "Tidigt."

[[commitment]]
title = "Barnteam"
strategy = "Förebygga"
responsible = "Rektor"
due = 2021-12-31

[[expected_result]]
text = "Färre placeringar."
horizon = "long"
board = "Socialnämnden"

[[indicator]]
name = "Närvaro"
definition = "Andel"
unit = "%"
source = "Statistik"
target = 92.5
on_trial = true

[[school]]
name = "Norrskolan"
form = "compulsory"
organiser = "municipal"
area = "norr"
agreed_on = 2020-02-01
'''
