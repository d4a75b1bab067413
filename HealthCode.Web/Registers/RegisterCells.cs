using HealthCode.Domain.Rules;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Registers;

/// <summary>The items of a slip as typed, by field; what is not there was left blank.</summary>
[ModelBinder(typeof(RegisterCellsBinder))]
public sealed class RegisterCells : Dictionary<RegisterField, string?>
{
    public RegisterCells()
    {
    }

    public RegisterCells(IEnumerable<KeyValuePair<RegisterField, string?>> cells)
        : base(cells)
    {
    }

    /// <summary>What was typed; empty if nothing.</summary>
    public string Typed(RegisterField field) => this.GetValueOrDefault(field) ?? "";

    /// <summary>Nothing was typed.</summary>
    public bool AreEmpty => Values.All(string.IsNullOrWhiteSpace);
}
