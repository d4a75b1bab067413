using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace HealthCode.Tests.Architecture;

/// <summary>Which type of an assembly refers to which, read from its IL: signatures, attributes, locals, and every operand, so that a call to a static or extension method counts.</summary>
internal sealed class TypeReferences
{
    private readonly List<(string From, string To)> _all;

    private TypeReferences(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        _all = [.. assembly.MainModule.Types.SelectMany(type => Of(type).Select(to => (From: Outermost(type), To: to))).Where(each => each.From != each.To).Distinct()];
    }

    /// <summary>Full names of outermost types. What a closure or a state machine refers to, its outermost type refers to.</summary>
    public IReadOnlyList<(string From, string To)> All => _all;

    public static TypeReferences In(Assembly assembly) => new(assembly.Location);

    /// <summary>"from → to" for each reference that is forbidden.</summary>
    public IReadOnlyList<string> Breaking(Func<string, string, bool> forbidden) =>
        [.. _all.Where(each => forbidden(each.From, each.To)).Select(each => $"{each.From} → {each.To}").Order(StringComparer.Ordinal)];

    /// <summary>Whether the one refers to the other.</summary>
    public bool Has(Type from, Type to) => _all.Contains((from.FullName!, to.FullName!));

    /// <summary>The part of the namespace after the root: <c>Pages.Account</c>; empty outside the root.</summary>
    /// <param name="type">Its full name.</param>
    /// <param name="root">A namespace.</param>
    public static string Folder(string type, string root) =>
        type.LastIndexOf('.') is var end && end > root.Length && type.StartsWith(root + ".", StringComparison.Ordinal) ? type[(root.Length + 1)..end] : "";

    private static IEnumerable<string> Of(TypeDefinition type) => Direct(type)
        .OfType<TypeReference>().SelectMany(Unfold).Select(Outermost)
        .Concat(type.NestedTypes.SelectMany(Of));

    private static IEnumerable<TypeReference?> Direct(TypeDefinition type)
    {
        yield return type.BaseType;
        foreach (var one in type.Interfaces.Select(each => each.InterfaceType)
                     .Concat(type.Fields.Select(field => field.FieldType))
                     .Concat(Attributes(type)).Concat(type.Fields.SelectMany(Attributes)).Concat(type.Properties.SelectMany(Attributes)))
        {
            yield return one;
        }

        foreach (var one in type.Methods.SelectMany(Of))
        {
            yield return one;
        }
    }

    private static IEnumerable<TypeReference?> Of(MethodDefinition method)
    {
        yield return method.ReturnType;
        foreach (var one in method.Parameters.Select(parameter => parameter.ParameterType).Concat(Attributes(method)).Concat(method.Parameters.SelectMany(Attributes)))
        {
            yield return one;
        }

        if (!method.HasBody)
        {
            yield break;
        }

        foreach (var local in method.Body.Variables)
        {
            yield return local.VariableType;
        }

        foreach (var one in method.Body.Instructions.SelectMany(Of))
        {
            yield return one;
        }
    }

    private static IEnumerable<TypeReference> Of(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
        MemberReference { DeclaringType: { } owner } => [owner],
        _ => [],
    };

    private static IEnumerable<TypeReference> Attributes(Mono.Cecil.ICustomAttributeProvider owner) => owner.CustomAttributes
        .SelectMany(attribute => attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Append(attribute.AttributeType));

    private static IEnumerable<TypeReference> Unfold(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Unfold).Append(generic.ElementType),
        TypeSpecification other => Unfold(other.ElementType),
        GenericParameter => [],
        _ => [type],
    };

    private static string Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.FullName;
    }
}
