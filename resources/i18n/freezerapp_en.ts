<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
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
</TS>
