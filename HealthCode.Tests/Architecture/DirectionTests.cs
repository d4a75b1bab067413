using System.Reflection;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;

namespace HealthCode.Tests.Architecture;

/// <summary>Which way things point (design 2). Each rule has a twin that proves it can fail.</summary>
public sealed class DirectionTests
{
    private const string Domain = "HealthCode.Domain";
    private const string Web = "HealthCode.Web";

    private static readonly string[] DomainOrder =
    [
        "Rules", "People", "Offices", "Declarations", "Passes", "PrintRuns", "Checkpoints", "HealthStatuses", "Observations",
        "Registers", "Venues", "Tips", "Seals", "Couriers", "Auditing",
    ];

    private static IEnumerable<Type> DomainTypes => typeof(Office).Assembly.GetTypes();

    private static IEnumerable<Type> WebTypes => typeof(OfficeDb).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith(Web, StringComparison.Ordinal) == true);

    [Fact]
    public void Domain_knows_only_the_runtime() =>
        Assert.DoesNotContain(typeof(Office).Assembly.GetReferencedAssemblies(), IsForeign);

    [Fact]
    public void Twin_the_web_would_not_pass_as_domain() =>
        Assert.Contains(typeof(OfficeDb).Assembly.GetReferencedAssemblies(), IsForeign);

    [Fact]
    public void The_web_does_not_know_its_tests() =>
        Assert.DoesNotContain(typeof(OfficeDb).Assembly.GetReferencedAssemblies(), name => name.Name == "HealthCode.Tests");

    [Fact]
    public void A_domain_folder_refers_to_earlier_folders_only() =>
        Assert.Empty(Bearings.Breaking(DomainTypes, LaterFolder));

    [Fact]
    public void Every_domain_folder_has_its_place_in_the_order() =>
        Assert.Empty(DomainTypes.Select(type => Bearings.Folder(type, Domain)).Where(folder => folder.Length > 0).Distinct().Except(DomainOrder));

    [Fact]
    public void Twin_a_rule_that_knew_an_office_would_be_found() =>
        Assert.True(LaterFolder(typeof(Rule), typeof(Office)));

    [Fact]
    public void Twin_references_within_the_domain_are_seen_at_all() =>
        Assert.Contains(typeof(RulePack), Bearings.Of(typeof(Office)));

    [Fact]
    public void Nothing_in_the_web_refers_to_pages_but_the_table_of_contents() =>
        Assert.Empty(Bearings.Breaking(WebTypes, RefersToPages));

    [Fact]
    public void Twin_data_that_knew_a_page_would_be_found() =>
        Assert.True(RefersToPages(typeof(OfficeDb), typeof(Web.Pages.IndexModel)));

    [Fact]
    public void Printing_sees_only_the_domain() =>
        Assert.Empty(Bearings.Breaking(WebTypes, PrintingSeesMore));

    [Fact]
    public void Twin_a_print_that_knew_the_database_would_be_found() =>
        Assert.True(OutsidePrinting("Printing.Cards", typeof(OfficeDb)) && !OutsidePrinting("Printing.Cards", typeof(Office)));

    [Fact]
    public void Verification_sees_only_the_domain() =>
        Assert.Empty(Bearings.Breaking(WebTypes, VerificationSeesMore));

    [Fact]
    public void Twin_a_checker_that_knew_the_database_would_be_found() =>
        Assert.True(OutsideVerification("Verification", typeof(OfficeDb)) && !OutsideVerification("Verification", typeof(Office)));

    [Fact]
    public void A_page_folder_uses_no_other_page_folder_but_Shared() =>
        Assert.Empty(Bearings.Breaking(WebTypes, OtherPageFolder));

    [Fact]
    public void Twin_a_page_that_used_another_folder_would_be_found() => Assert.True(
        OtherPageFolder(typeof(Web.Pages.Account.LoginModel), typeof(Web.Pages.Administration.UsersModel))
        && !OtherPageFolder(typeof(Web.Pages.Account.LoginModel), typeof(Web.Pages.Shared.Rail)));

    [Fact]
    public void Twin_references_from_pages_are_seen_at_all() =>
        Assert.Contains(typeof(OfficeDb), Bearings.Of(typeof(Web.Pages.Account.LogoutModel)));

    private static bool IsForeign(AssemblyName assembly) =>
        assembly.Name is { } name && !name.StartsWith("System.", StringComparison.Ordinal) && name is not "System" and not "netstandard" and not "mscorlib";

    private static bool LaterFolder(Type from, Type to) =>
        Bearings.Folder(from, Domain) is { Length: > 0 } one && Bearings.Folder(to, Domain) is { Length: > 0 } other
        && Array.IndexOf(DomainOrder, other) > Array.IndexOf(DomainOrder, one);

    private static bool RefersToPages(Type from, Type to) =>
        IsPages(Bearings.Folder(to, Web)) && Bearings.Folder(from, Web) is { Length: > 0 } folder && !IsPages(folder);

    private static bool PrintingSeesMore(Type from, Type to) => OutsidePrinting(Bearings.Folder(from, Web), to);

    private static bool OutsidePrinting(string folder, Type to) =>
        folder.StartsWith("Printing", StringComparison.Ordinal)
        && Bearings.Folder(to, Web) is { Length: > 0 } other && !other.StartsWith("Printing", StringComparison.Ordinal);

    private static bool VerificationSeesMore(Type from, Type to) => OutsideVerification(Bearings.Folder(from, Web), to);

    private static bool OutsideVerification(string folder, Type to) =>
        folder == "Verification" && Bearings.Folder(to, Web) is { Length: > 0 } other && other != "Verification";

    private static bool OtherPageFolder(Type from, Type to)
    {
        var (own, other) = (Bearings.Folder(from, Web), Bearings.Folder(to, Web));
        // A verb class that two desks share is no page: it may be used (design 2).
        return own.StartsWith("Pages.", StringComparison.Ordinal) && other.StartsWith("Pages.", StringComparison.Ordinal)
            && own != other && other != "Pages.Shared" && !IsSharedVerb(to);
    }

    private static bool IsSharedVerb(Type type) =>
        !type.IsNested && type.IsSealed && type.IsClass
        && !typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel).IsAssignableFrom(type)
        && !typeof(Microsoft.AspNetCore.Mvc.Razor.RazorPageBase).IsAssignableFrom(type)
        && !type.Name.EndsWith("Input", StringComparison.Ordinal);

    private static bool IsPages(string folder) => folder == "Pages" || folder.StartsWith("Pages.", StringComparison.Ordinal);
}
