using System.Text.RegularExpressions;
using HealthCode.Tests.Support;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Security;

/// <summary>权限表 — one table says who may open what, and nothing else does.</summary>
public sealed partial class PoliciesTests
{
    [Fact]
    public async Task Every_page_is_in_the_table_and_every_row_names_pages_that_exist()
    {
        await using var server = await OfficeServer.WithOfficeAsync();
        var pages = server.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>().Select(page => page.ViewEnginePath).Distinct().ToList();

        Assert.DoesNotContain(pages, page => Policies.Of(page).Contains(Policies.Nobody));
        Assert.All(
            Policies.All.SelectMany(row => row.Pages).Concat(Policies.SignedIn).Concat(Policies.Anonymous),
            named => Assert.Contains(pages, page => named.EndsWith('/') ? page.StartsWith(named, StringComparison.Ordinal) : page == named.Split(' ')[0]));
    }

    [Theory]
    [InlineData("/Nowhere/Index")]
    [InlineData("/Passes")]
    [InlineData("/IndexOfAll")]
    public void A_page_nobody_thought_of_opens_for_nobody(string page) => Assert.Equal([Policies.Nobody], Policies.Of(page));

    [Fact]
    public void A_row_that_names_the_page_goes_before_one_that_names_its_folder()
    {
        Assert.Equal([Policies.Review], Policies.Of("/Passes/Revoke"));
        Assert.Equal([Policies.Passes], Policies.Of("/Passes/Details"));
        Assert.Equal([Policies.RoleKeeping], Policies.Of("/Administration/System/Addresses"));
        Assert.Equal([Policies.Administration], Policies.Of("/Administration/System/Clock"));
    }

    [Fact]
    public void A_page_in_two_rows_asks_for_both() => Assert.Equal([Policies.Reports, Policies.FullReports], Policies.Of("/Reports/Full"));

    [Fact]
    public void No_page_asks_for_a_role_by_itself() => Assert.DoesNotContain(
        Directory.EnumerateFiles(SourceTree.Folder("HealthCode.Web/Pages"), "*.cs*", SearchOption.AllDirectories), file => AsksByItself().IsMatch(File.ReadAllText(file)));

    [Theory]
    [InlineData("[Authorize(Policies.Review)]")]
    [InlineData("@if (User.IsInRole(Roles.Clerk))")]
    public void Twin_a_page_that_did_would_be_found(string code) => Assert.Matches(AsksByItself(), code);

    [GeneratedRegex(@"\[Authorize|\[AllowAnonymous|\.IsInRole\(|IAuthorizationService")]
    private static partial Regex AsksByItself();
}
