using HealthCode.Domain.Rules;
using HealthCode.Web.Fields;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HealthCode.Web.Pages.Shared;

/// <summary>Adds broken rules and parse errors to ModelState, under the name of the input of the field concerned.</summary>
/// <remarks>By default an input is named like its field; a form with rows passes a mapping (<c>pathOf</c>).</remarks>
public static class RuleBreaches
{
    public static void Add(this ModelStateDictionary state, RuleBrokenException broken, string prefix = "Input", Func<Field, string>? pathOf = null, string whole = "") =>
        state.Add(broken.Breaches, prefix, pathOf, whole);

    public static void Add(this ModelStateDictionary state, IEnumerable<Breach> breaches, string prefix = "Input", Func<Field, string>? pathOf = null, string whole = "")
    {
        foreach (var breach in breaches)
        {
            state.AddModelError(breach.Field is null ? whole : Key(breach.Field, prefix, pathOf), breach.Sentence);
        }
    }

    /// <summary>Adds the errors found when the fields were parsed.</summary>
    public static void Add(this ModelStateDictionary state, IEnumerable<FieldFault<Field>> faults, string prefix = "Input", Func<Field, string>? pathOf = null)
    {
        foreach (var fault in faults)
        {
            state.AddModelError(Key(fault.Field, prefix, pathOf), fault.Sentence);
        }
    }

    /// <summary>Adds errors under input names that the page chose itself.</summary>
    public static void Add(this ModelStateDictionary state, IEnumerable<(string Field, string Sentence)> faults, string prefix = "Input")
    {
        foreach (var (field, sentence) in faults)
        {
            state.AddModelError(field.Length == 0 ? "" : $"{prefix}.{field}", sentence);
        }
    }

    /// <summary>Adds errors of ASP.NET Core Identity, assigned to the user name or the password by their code.</summary>
    public static void Add(this ModelStateDictionary state, IEnumerable<IdentityError> errors, string prefix = "Input")
    {
        foreach (var error in errors)
        {
            var field = error.Code.Contains("UserName", StringComparison.Ordinal) ? ".UserName"
                : error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? ".OldPassword"
                : error.Code.StartsWith("Password", StringComparison.Ordinal) ? ".Password" : null;
            state.AddModelError(field is null ? "" : prefix + field, error.Description);
        }
    }

    /// <summary>What was typed into an input of this name; null if nothing was sent.</summary>
    public static string? Typed(this ModelStateDictionary state, string name) => state.TryGetValue(name, out var entry) ? entry.AttemptedValue : null;

    private static string Key(Field? field, string prefix, Func<Field, string>? pathOf) =>
        field is null ? "" : $"{prefix}.{pathOf?.Invoke(field) ?? field.Name.ToString()}";
}
