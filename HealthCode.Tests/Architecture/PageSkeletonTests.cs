using System.Reflection;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Tests.Architecture;

/// <summary>One skeleton for a page: one loader, one place where a broken rule becomes a sentence on the form, one name for what a form sends.</summary>
public sealed class PageSkeletonTests
{
    private const string Skeleton = "Shared/OfficePageModel.cs";

    /// <summary>A middleware: there is no form yet that could show the sentence.</summary>
    private const string BeforeAnyPage = "Declarations/DraftOnExpiredSession.cs";

    private static readonly string[] Hooks = ["OnPageHandlerExecutionAsync", "OnPageHandlerSelectionAsync", "OnPageHandlerExecuting", "OnPageHandlerExecuted", "OnPageHandlerSelected"];

    private static readonly IReadOnlyList<Type> Pages = [.. typeof(OfficeDb).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)))];

    [Fact]
    public void Only_the_skeleton_catches_a_broken_rule() => Assert.Equal([BeforeAnyPage, Skeleton], Sources().Where(file => Catches(file.Text)).Select(file => file.Path));

    [Fact]
    public void Twin_a_page_that_caught_one_would_be_found() =>
        Assert.True(Catches($"catch ({nameof(RuleBrokenException)} broken)") && Catches("catch (AccountRefusedException)") && !Catches("catch (IOException fault)"));

    [Fact]
    public void No_page_has_a_loader_of_its_own_kind() => Assert.Equal([], Pages.Where(HasOwnHook));

    [Fact]
    public void Twin_the_skeleton_has_the_hook_that_no_page_has() => Assert.True(HasHook(typeof(OfficePageModel)) && !HasHook(typeof(PageModel)));

    [Fact]
    public void What_was_done_is_told_by_the_skeleton_alone() =>
        Assert.Equal([typeof(OfficePageModel)], Pages.Where(page => page.GetProperties(Own).Any(property => property.IsDefined(typeof(TempDataAttribute)) && property.Name == nameof(OfficePageModel.StatusMessage))));

    [Fact]
    public void What_a_form_sends_is_called_Input_and_lies_in_a_file_of_its_own() => Assert.Equal([], Pages.Where(page => Posted(page).Any(IsNoInput)));

    [Fact]
    public void Twin_a_field_bound_by_itself_or_an_Input_inside_a_page_would_be_found()
    {
        Assert.True(Posted(typeof(LoosePage)).All(IsNoInput));
        Assert.Equal(2, Posted(typeof(LoosePage)).Count());
        Assert.InRange(Pages.SelectMany(Posted).Count(), 20, 100);
    }

    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static bool Catches(string text) =>
        text.Contains("catch (RuleBrokenException", StringComparison.Ordinal) || text.Contains("catch (AccountRefusedException", StringComparison.Ordinal);

    private static bool HasOwnHook(Type page) => page != typeof(OfficePageModel) && HasHook(page);

    private static bool HasHook(Type page) => page != typeof(PageModel) && page.GetMethods(Own).Any(method => Hooks.Contains(method.Name));

    // What an address may say, too, has a short name there.
    private static IEnumerable<PropertyInfo> Posted(Type page) => page.GetProperties(Own).Where(property => property.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: false });

    private static bool IsNoInput(PropertyInfo property) =>
        property.Name != "Input" || property.PropertyType.IsNested || !property.PropertyType.Name.EndsWith("Input", StringComparison.Ordinal);

    private static IEnumerable<(string Path, string Text)> Sources() => Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .Select(file => (Path.GetRelativePath(Folder, file).Replace('\\', '/'), File.ReadAllText(file))).OrderBy(file => file.Item1, StringComparer.Ordinal);

    private static string Folder => Path.Combine(SourceTree.Folder("HealthCode.Web"), "Pages");

    private sealed class LoosePage : PageModel
    {
        [BindProperty]
        public string? Loose { get; set; }

        [BindProperty]
        public NestedInput Input { get; set; } = new();

        public sealed class NestedInput;
    }
}
