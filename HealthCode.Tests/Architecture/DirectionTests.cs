using System.Reflection;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Xunit.Abstractions;

namespace HealthCode.Tests.Architecture;

/// <summary>Which way things point. Each rule has a twin that proves it can fail.</summary>
public sealed class DirectionTests(ITestOutputHelper output)
{
    private const string Domain = "HealthCode.Domain";
    private const string Web = "HealthCode.Web";

    private static readonly string[] DomainOrder =
    [
        "Rules", "People", "Offices", "Declarations", "Passes", "PrintRuns", "Checkpoints", "Archives", "Requests", "Residents", "Outreach", "Observations", "HealthStatuses", "Registers", "Supervision", "Venues", "Tips", "Seals", "Couriers", "Auditing",
        // Nothing knows a province.
        "Rules.Packs",
    ];

    /// <summary>A folder refers to folders before it. The root holds the table of contents, which names all.</summary>
    private static readonly string[] WebOrder =
    [
        "Foundation", "Metrics", "Fields", "Encryption", "Data", "Search", "Printing", "Spreadsheets", "Verification", "Auditing", "Offices", "Declarations", "Seals", "PrintRuns", "Statistics", "Supervision",
        "Tips", "Registers", "Reports", "Imports", "Disclosures", "KeyRotation", "Passes", "Couriers", "Security", "Hosting", "Backups", "Retention", "Residents", "Outreach", "HealthStatuses", "Checkpoints", "Venues", "Jobs", "Pages",
    ];

    private static readonly TypeReferences InDomain = TypeReferences.In(typeof(Office).Assembly);
    private static readonly TypeReferences InWeb = TypeReferences.In(typeof(OfficeDb).Assembly);

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
        Assert.Empty(InDomain.Breaking((from, to) => IsLater(DomainOrder, TypeReferences.Folder(from, Domain), TypeReferences.Folder(to, Domain))));

    [Fact]
    public void A_web_folder_refers_to_earlier_folders_only()
    {
        output.WriteLine(Matrix());
        Assert.Empty(InWeb.Breaking((from, to) => IsLater(WebOrder, Top(from), Top(to))));
    }

    [Fact]
    public void Nothing_in_a_folder_refers_to_the_table_of_contents() =>
        Assert.Empty(InWeb.Breaking((from, to) => Top(from).Length > 0 && IsInRoot(to)));

    [Fact]
    public void Twin_the_table_of_contents_would_be_known_by_its_name() => Assert.True(IsInRoot(typeof(Web.FeaturesSetUp).FullName!) && !IsInRoot(typeof(OfficeDb).FullName!));

    [Fact]
    public void Every_folder_has_its_place_in_the_order()
    {
        Assert.Equal(DomainOrder.Order(StringComparer.Ordinal), Folders(InDomain, type => TypeReferences.Folder(type, Domain)));
        Assert.Equal(WebOrder.Order(StringComparer.Ordinal), Folders(InWeb, Top));
    }

    [Fact]
    public void Twin_a_rule_that_knew_an_office_and_data_that_knew_a_page_would_be_found()
    {
        Assert.True(IsLater(DomainOrder, "Rules", "Offices"));
        Assert.True(IsLater(WebOrder, Top(typeof(OfficeDb).FullName!), Top(typeof(Web.Pages.IndexModel).FullName!)));
    }

    [Fact]
    public void Twin_references_are_seen_at_all_and_calls_of_extension_methods_too()
    {
        Assert.True(InDomain.Has(typeof(Office), typeof(RulePack)));
        Assert.True(InWeb.Has(typeof(Web.Pages.Account.LogoutModel), typeof(OfficeDb)));
        Assert.True(InWeb.Has(typeof(Web.Pages.Checkpoints.StopListModel), typeof(Web.Passes.StopListQueries)));
    }

    [Fact]
    public void Printing_and_verification_see_only_the_domain() =>
        Assert.Empty(InWeb.Breaking((from, to) => SeesMore(Top(from), Top(to))));

    [Fact]
    public void Twin_a_print_that_knew_the_database_would_be_found() =>
        Assert.True(SeesMore("Printing", "Data") && !SeesMore("Printing", "Printing") && !SeesMore("Printing", ""));

    [Fact]
    public void A_page_folder_uses_no_other_page_folder_but_Shared() =>
        Assert.Empty(InWeb.Breaking(OtherPageFolder));

    [Fact]
    public void Twin_a_page_that_used_another_folder_would_be_found() => Assert.True(
        OtherPageFolder(typeof(Web.Pages.Account.LoginModel).FullName!, typeof(Web.Pages.Administration.Users.IndexModel).FullName!)
        && !OtherPageFolder(typeof(Web.Pages.Account.LoginModel).FullName!, typeof(Web.Pages.Shared.Navigation).FullName!));

    private static bool IsForeign(AssemblyName assembly) =>
        assembly.Name is { } name && !name.StartsWith("System.", StringComparison.Ordinal) && name is not "System" and not "netstandard" and not "mscorlib";

    private static string Top(string type) => TypeReferences.Folder(type, Web).Split('.')[0];

    private static bool IsInRoot(string type) => type == "Program" || (type.StartsWith(Web + ".", StringComparison.Ordinal) && Top(type).Length == 0);

    private static IEnumerable<string> Folders(TypeReferences references, Func<string, string> folderOf) =>
        references.All.Select(each => folderOf(each.From)).Where(folder => folder.Length > 0).Distinct().Order(StringComparer.Ordinal);

    private static bool IsLater(string[] order, string from, string to) =>
        from.Length > 0 && to.Length > 0 && Array.IndexOf(order, to) > Array.IndexOf(order, from);

    private static bool SeesMore(string from, string to) => from is "Printing" or "Verification" && to.Length > 0 && to != from;

    private static bool OtherPageFolder(string from, string to)
    {
        var (own, other) = (TypeReferences.Folder(from, Web), TypeReferences.Folder(to, Web));
        // A verb class that two desks share is no page: it may be used.
        return own.StartsWith("Pages.", StringComparison.Ordinal) && other.StartsWith("Pages.", StringComparison.Ordinal)
            && own != other && other != "Pages.Shared" && !IsSharedVerb(typeof(OfficeDb).Assembly.GetType(to, true)!);
    }

    private static bool IsSharedVerb(Type type) =>
        type.IsSealed && type.IsClass
        && !typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel).IsAssignableFrom(type)
        && !typeof(Microsoft.AspNetCore.Mvc.Razor.RazorPageBase).IsAssignableFrom(type)
        && !type.Name.EndsWith("Input", StringComparison.Ordinal);

    /// <summary>One line a folder: how many of its types refer to each earlier folder.</summary>
    private static string Matrix() => string.Join('\n', WebOrder.Select(folder => $"{folder,-14}" + string.Join(' ', InWeb.All
        .Where(each => Top(each.From) == folder && Top(each.To) is { Length: > 0 } other && other != folder)
        .GroupBy(each => Top(each.To)).OrderBy(group => Array.IndexOf(WebOrder, group.Key)).Select(group => $"{group.Key} {group.Select(each => each.From).Distinct().Count()}"))));
}
