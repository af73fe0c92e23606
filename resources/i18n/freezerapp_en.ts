<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AnnounceDialog</name>
    <message numerus="yes">
        <source>%Ln tube(s) on the list have codes that tubes here have: {codes}. They are checked off, but not entered; give them other codes when they are here.</source>
        <translation>
            <numerusform>%Ln tube on the list has a code that a tube here has: {codes}. It is checked off, but not entered; give it another code when it is here.</numerusform>
            <numerusform>%Ln tubes on the list have codes that tubes here have: {codes}. They are checked off, but not entered; give them other codes when they are here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>%Ln tube(s) on hold</source>
        <translation>
            <numerusform>%Ln tube on hold</numerusform>
            <numerusform>%Ln tubes on hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) missing</source>
        <translation>
            <numerusform>%Ln tube missing</numerusform>
            <numerusform>%Ln tubes missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) on the bench</source>
        <translation>
            <numerusform>%Ln tube on the bench</numerusform>
            <numerusform>%Ln tubes on the bench</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoxLegend</name>
    <message numerus="yes">
        <source>{entry}: %Ln tube(s)</source>
        <translation>
            <numerusform>{entry}: %Ln tube</numerusform>
            <numerusform>{entry}: %Ln tubes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoxPane</name>
    <message numerus="yes">
        <source>%Ln tube(s)</source>
        <translation>
            <numerusform>%Ln tube</numerusform>
            <numerusform>%Ln tubes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoxWords</name>
    <message numerus="yes">
        <source>%Ln tube(s) would find no free position</source>
        <translation>
            <numerusform>%Ln tube would find no free position</numerusform>
            <numerusform>%Ln tubes would find no free position</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) would be outside the box</source>
        <translation>
            <numerusform>%Ln tube would be outside the box</numerusform>
            <numerusform>%Ln tubes would be outside the box</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) in the hand</source>
        <translation>
            <numerusform>%Ln tube in the hand</numerusform>
            <numerusform>%Ln tubes in the hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) change places with {positions}</source>
        <translation>
            <numerusform>%Ln tube changes places with {positions}</numerusform>
            <numerusform>%Ln tubes change places with {positions}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) to the next free: {positions}</source>
        <translation>
            <numerusform>%Ln tube to the next free: {positions}</numerusform>
            <numerusform>%Ln tubes to the next free: {positions}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) to {positions}</source>
        <translation>
            <numerusform>%Ln tube to {positions}</numerusform>
            <numerusform>%Ln tubes to {positions}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) picked up. Arrow keys aim. {keys}</source>
        <translation>
            <numerusform>%Ln tube picked up. Arrow keys aim. {keys}</numerusform>
            <numerusform>%Ln tubes picked up. Arrow keys aim. {keys}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{positions} and %Ln more</source>
        <translation>
            <numerusform>{positions} and %Ln more</numerusform>
            <numerusform>{positions} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContainerPane</name>
    <message numerus="yes">
        <source>%Ln tube(s)</source>
        <translation>
            <numerusform>%Ln tube</numerusform>
            <numerusform>%Ln tubes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContainerTree</name>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln box</numerusform>
            <numerusform>%Ln boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s)</source>
        <translation>
            <numerusform>%Ln tube</numerusform>
            <numerusform>%Ln tubes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ElementForm</name>
    <message numerus="yes">
        <source>%Ln dot(s): {width} mm</source>
        <translation>
            <numerusform>%Ln dot: {width} mm</numerusform>
            <numerusform>%Ln dots: {width} mm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FillByScan</name>
    <message numerus="yes">
        <source>Place %Ln without scanning</source>
        <translation>
            <numerusform>Place %Ln without scanning</numerusform>
            <numerusform>Place %Ln without scanning</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundPane</name>
    <message numerus="yes">
        <source>%Ln tube(s)</source>
        <translation>
            <numerusform>%Ln tube</numerusform>
            <numerusform>%Ln tubes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln box</numerusform>
            <numerusform>%Ln boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln package(s)</source>
        <translation>
            <numerusform>%Ln package</numerusform>
            <numerusform>%Ln packages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln box</numerusform>
            <numerusform>%Ln boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectorPane</name>
    <message numerus="yes">
        <source>Show %Ln earlier event(s)</source>
        <translation>
            <numerusform>Show %Ln earlier event</numerusform>
            <numerusform>Show %Ln earlier events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelDesk</name>
    <message numerus="yes">
        <source>%Ln package(s) of {number}</source>
        <translation>
            <numerusform>%Ln package of {number}</numerusform>
            <numerusform>%Ln packages of {number}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es) in {container}</source>
        <translation>
            <numerusform>%Ln box in {container}</numerusform>
            <numerusform>%Ln boxes in {container}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rack(s) in {container}</source>
        <translation>
            <numerusform>%Ln rack in {container}</numerusform>
            <numerusform>%Ln racks in {container}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cane(s) in {container}</source>
        <translation>
            <numerusform>%Ln cane in {container}</numerusform>
            <numerusform>%Ln canes in {container}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln freezer(s) or dewar(s) in {container}</source>
        <translation>
            <numerusform>%Ln freezer or dewar in {container}</numerusform>
            <numerusform>%Ln freezers and dewars in {container}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shelf, level or drawer in {container}</source>
        <translation>
            <numerusform>%Ln shelf, level or drawer in {container}</numerusform>
            <numerusform>%Ln shelves, levels and drawers in {container}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelWords</name>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{labels} on %Ln sheet(s)</source>
        <translation>
            <numerusform>{labels} on %Ln sheet</numerusform>
            <numerusform>{labels} on %Ln sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{named} and %Ln more</source>
        <translation>
            <numerusform>{named} and %Ln more</numerusform>
            <numerusform>{named} and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) have a label already: say why they get a further one.</source>
        <translation>
            <numerusform>%Ln tube has a label already: say why it gets a further one.</numerusform>
            <numerusform>%Ln tubes have a label already: say why they get a further one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) carry new codes; the old ones still find them.</source>
        <translation>
            <numerusform>%Ln tube carries a new code; the old one still finds it.</numerusform>
            <numerusform>%Ln tubes carry new codes; the old ones still find them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln container(s) have no code yet: each gets the one on its label as you print.</source>
        <translation>
            <numerusform>%Ln container has no code yet: it gets the one on its label as you print.</numerusform>
            <numerusform>%Ln containers have no code yet: each gets the one on its label as you print.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln container(s) have codes now, as their labels show.</source>
        <translation>
            <numerusform>%Ln container has a code now, as its label shows.</numerusform>
            <numerusform>%Ln containers have codes now, as their labels show.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln label(s) sent to {printer}.</source>
        <translation>
            <numerusform>{count} of %Ln label sent to {printer}.</numerusform>
            <numerusform>{count} of %Ln labels sent to {printer}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewCodeDialog</name>
    <message numerus="yes">
        <source>The codes of %Ln tube(s) are kept as replaced: who scans one still finds its tube.</source>
        <translation>
            <numerusform>The code of %Ln tube is kept as replaced: who scans it still finds the tube.</numerusform>
            <numerusform>The codes of %Ln tubes are kept as replaced: who scans one still finds its tube.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationsList</name>
    <message numerus="yes">
        <source>{name} and %Ln more</source>
        <translation>
            <numerusform>{name} and %Ln more</numerusform>
            <numerusform>{name} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message numerus="yes">
        <source>%Ln tube(s) added</source>
        <translation>
            <numerusform>%Ln tube added</numerusform>
            <numerusform>%Ln tubes added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) removed</source>
        <translation>
            <numerusform>%Ln tube removed</numerusform>
            <numerusform>%Ln tubes removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) moved</source>
        <translation>
            <numerusform>%Ln tube moved</numerusform>
            <numerusform>%Ln tubes moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) changed</source>
        <translation>
            <numerusform>%Ln tube changed</numerusform>
            <numerusform>%Ln tubes changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParcelBoxesDialog</name>
    <message numerus="yes">
        <source>%Ln transport box(es) added.</source>
        <translation>
            <numerusform>%Ln transport box added.</numerusform>
            <numerusform>%Ln transport boxes added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParcelWords</name>
    <message numerus="yes">
        <source>%Ln shipment(s)</source>
        <translation>
            <numerusform>%Ln shipment</numerusform>
            <numerusform>%Ln shipments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s)</source>
        <translation>
            <numerusform>%Ln tube</numerusform>
            <numerusform>%Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) a decision</source>
        <translation>
            <numerusform>%Ln needs a decision</numerusform>
            <numerusform>%Ln need a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln difference</numerusform>
            <numerusform>%Ln differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln packed into box {box}</source>
        <translation>
            <numerusform>%Ln packed into box {box}</numerusform>
            <numerusform>%Ln packed into box {box}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln packed</source>
        <translation>
            <numerusform>%Ln packed</numerusform>
            <numerusform>%Ln packed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln looked for</source>
        <translation>
            <numerusform>%Ln looked for</numerusform>
            <numerusform>%Ln looked for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln door(s)</source>
        <translation>
            <numerusform>%Ln door</numerusform>
            <numerusform>%Ln doors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in order</source>
        <translation>
            <numerusform>%Ln point in order</numerusform>
            <numerusform>%Ln points in order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more point(s) open</source>
        <translation>
            <numerusform>%Ln more point is open</numerusform>
            <numerusform>%Ln more points are open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) need(s) a decision</source>
        <translation>
            <numerusform>%Ln tube needs a decision</numerusform>
            <numerusform>%Ln tubes need a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) still to be packed</source>
        <translation>
            <numerusform>%Ln tube still to be packed</numerusform>
            <numerusform>%Ln tubes still to be packed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) on hold</source>
        <translation>
            <numerusform>%Ln tube on hold</numerusform>
            <numerusform>%Ln tubes on hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) to be settled</source>
        <translation>
            <numerusform>%Ln item to be settled</numerusform>
            <numerusform>%Ln items to be settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) not looked for yet</source>
        <translation>
            <numerusform>%Ln item not looked for yet</numerusform>
            <numerusform>%Ln items not looked for yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) without blind code</source>
        <translation>
            <numerusform>%Ln tube without blind code</numerusform>
            <numerusform>%Ln tubes without blind code</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickPaper</name>
    <message numerus="yes">
        <source>The sheet is written, %Ln page(s): {file}</source>
        <translation>
            <numerusform>The sheet is written, %Ln page: {file}</numerusform>
            <numerusform>The sheet is written, %Ln pages: {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickWords</name>
    <message numerus="yes">
        <source>%Ln door(s)</source>
        <translation>
            <numerusform>%Ln door</numerusform>
            <numerusform>%Ln doors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln box</numerusform>
            <numerusform>%Ln boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln min</source>
        <translation>
            <numerusform>about %Ln min</numerusform>
            <numerusform>about %Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln batch(es)</source>
        <translation>
            <numerusform>in %Ln batch</numerusform>
            <numerusform>in %Ln batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need a decision</source>
        <translation>
            <numerusform>%Ln needs a decision</numerusform>
            <numerusform>%Ln need a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln retrieved</source>
        <translation>
            <numerusform>%Ln retrieved</numerusform>
            <numerusform>%Ln retrieved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) can be fetched</source>
        <translation>
            <numerusform>%Ln tube can be fetched</numerusform>
            <numerusform>%Ln tubes can be fetched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln participant(s) or visits</source>
        <translation>
            <numerusform>for %Ln participant or visit</numerusform>
            <numerusform>for %Ln participants or visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them too few</source>
        <translation>
            <numerusform>%Ln of them has too few</numerusform>
            <numerusform>%Ln of them have too few</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicksPane</name>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintLabelsDialog</name>
    <message numerus="yes">
        <source>{count} of %Ln label(s)</source>
        <translation>
            <numerusform>{count} of %Ln label</numerusform>
            <numerusform>{count} of %Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after {count} of %Ln label(s).</source>
        <translation>
            <numerusform>Stopped after {count} of %Ln label.</numerusform>
            <numerusform>Stopped after {count} of %Ln labels.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProofWords</name>
    <message numerus="yes">
        <source>%Ln thing(s) are wrong with it</source>
        <translation>
            <numerusform>%Ln thing is wrong with it</numerusform>
            <numerusform>%Ln things are wrong with it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Returning</name>
    <message numerus="yes">
        <source>%Ln tube(s) had been out for {span}. Still frozen?</source>
        <translation>
            <numerusform>%Ln tube had been out for {span}. Still frozen?</numerusform>
            <numerusform>%Ln tubes had been out for {span}. Still frozen?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScannerSetupDialog</name>
    <message numerus="yes">
        <source>%Ln character(s) arrive as others, which is put right</source>
        <translation>
            <numerusform>%Ln character arrives as another, which is put right</numerusform>
            <numerusform>%Ln characters arrive as others, which is put right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message numerus="yes">
        <source>Show all %Ln tube(s)</source>
        <translation>
            <numerusform>Show %Ln tube</numerusform>
            <numerusform>Show all %Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s)</source>
        <translation>
            <numerusform>%Ln tube</numerusform>
            <numerusform>%Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln box(es)</source>
        <translation>
            <numerusform>in %Ln box</numerusform>
            <numerusform>in %Ln boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoragePane</name>
    <message numerus="yes">
        <source>%Ln box(es)</source>
        <translation>
            <numerusform>%Ln box</numerusform>
            <numerusform>%Ln boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tube(s) in place</source>
        <translation>
            <numerusform>%Ln tube in place</numerusform>
            <numerusform>%Ln tubes in place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln freezer(s)</source>
        <translation>
            <numerusform>%Ln freezer</numerusform>
            <numerusform>%Ln freezers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chest(s)</source>
        <translation>
            <numerusform>%Ln chest</numerusform>
            <numerusform>%Ln chests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tank(s)</source>
        <translation>
            <numerusform>%Ln tank</numerusform>
            <numerusform>%Ln tanks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dewar(s)</source>
        <translation>
            <numerusform>%Ln dewar</numerusform>
            <numerusform>%Ln dewars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cabinet(s)</source>
        <translation>
            <numerusform>%Ln cabinet</numerusform>
            <numerusform>%Ln cabinets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkList</name>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s)</source>
        <translation>
            <numerusform>%Ln draft</numerusform>
            <numerusform>%Ln drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkWords</name>
    <message numerus="yes">
        <source>%Ln tube(s)</source>
        <translation>
            <numerusform>%Ln tube</numerusform>
            <numerusform>%Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln container(s)</source>
        <translation>
            <numerusform>%Ln container</numerusform>
            <numerusform>%Ln containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move of %Ln tube(s)</source>
        <translation>
            <numerusform>move of %Ln tube</numerusform>
            <numerusform>move of %Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>placing of %Ln tube(s)</source>
        <translation>
            <numerusform>placing of %Ln tube</numerusform>
            <numerusform>placing of %Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taking out of %Ln tube(s)</source>
        <translation>
            <numerusform>taking out of %Ln tube</numerusform>
            <numerusform>taking out of %Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>putting back of %Ln tube(s)</source>
        <translation>
            <numerusform>putting back of %Ln tube</numerusform>
            <numerusform>putting back of %Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>registering of %Ln tube(s)</source>
        <translation>
            <numerusform>registering of %Ln tube</numerusform>
            <numerusform>registering of %Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>codes of %Ln container(s)</source>
        <translation>
            <numerusform>code of %Ln container</numerusform>
            <numerusform>codes of %Ln containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>printing of labels of %Ln tube(s)</source>
        <translation>
            <numerusform>printing of labels of %Ln tube</numerusform>
            <numerusform>printing of labels of %Ln tubes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{what}” for %Ln tube(s)</source>
        <translation>
            <numerusform>“{what}” for %Ln tube</numerusform>
            <numerusform>“{what}” for %Ln tubes</numerusform>
        </translation>
    </message>
</context>
</TS>
