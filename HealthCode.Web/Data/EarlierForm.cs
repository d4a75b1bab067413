using HealthCode.Domain.People;

namespace HealthCode.Web.Data;

/// <summary>The latest form of somebody, as far as a new one is compared with it.</summary>
/// <param name="Number">申报编号.</param>
/// <param name="Name">姓名.</param>
public sealed record EarlierForm(string Number, PersonName Name);
