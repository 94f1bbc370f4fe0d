<#-- The list of institutions, and no field for a name: there are no local people. -->
<#import "template.ftl" as layout>
<#import "social-providers.ftl" as identityProviders>
<@layout.registrationLayout displayMessage=true; section>
    <#if section = "header">
        ${msg("simpulChooseInstitution")}
    <#elseif section = "socialProviders">
        <#if social.providers?? && social.providers?has_content>
            <@identityProviders.show social=social />
        <#else>
            <p>${msg("simpulNoInstitution")}</p>
        </#if>
    </#if>
</@layout.registrationLayout>
