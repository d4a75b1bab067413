using HealthCode.Domain.Rules;
using HealthCode.Web.Fields;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HealthCode.Web.Pages.Shared;

/// <summary>Puts what an office rule forbids, or what cannot be read, beside the input that shows its field.</summary>
/// <remarks>An input has the name of its field. A form with rows says where in its <c>PathOf</c>.</remarks>
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

    /// <summary>What was said of single fields while the form was read.</summary>
    public static void Add(this ModelStateDictionary state, IEnumerable<FieldFault<Field>> faults, string prefix = "Input", Func<Field, string>? pathOf = null)
    {
        foreach (var fault in faults)
        {
            state.AddModelError(Key(fault.Field, prefix, pathOf), fault.Sentence);
        }
    }

    /// <summary>Sentences of a page that names its inputs itself.</summary>
    public static void Add(this ModelStateDictionary state, IEnumerable<(string Field, string Sentence)> faults, string prefix = "Input")
    {
        foreach (var (field, sentence) in faults)
        {
            state.AddModelError(field.Length == 0 ? "" : $"{prefix}.{field}", sentence);
        }
    }

    /// <summary>What the sign-in framework refuses belongs to the name or to the password.</summary>
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

    private static string Key(Field? field, string prefix, Func<Field, string>? pathOf) =>
        field is null ? "" : $"{prefix}.{pathOf?.Invoke(field) ?? field.Name.ToString()}";
}
