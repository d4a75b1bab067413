using System.Reflection;

namespace HealthCode.Tests.Architecture;

/// <summary>Which folder refers to which, read from the types: bases, interfaces, fields, properties, parameters, results, attributes, and what methods keep in locals.</summary>
internal static class Bearings
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Every type that a type refers to, generic arguments and element types unfolded.</summary>
    public static IEnumerable<Type> Of(Type type) => Direct(type).Where(one => one is not null).SelectMany(one => Unfold(one!)).Where(one => one != type).Distinct();

    /// <summary>"from → to" for each reference between the types that is forbidden.</summary>
    public static IReadOnlyList<string> Breaking(IEnumerable<Type> types, Func<Type, Type, bool> forbidden) =>
        [.. types.SelectMany(from => Of(from).Where(to => forbidden(from, to)).Select(to => $"{from.FullName} → {to.FullName}")).Distinct().Order()];

    /// <summary>The part of the namespace after the root: <c>Pages.Account</c>.</summary>
    public static string Folder(Type type, string root) =>
        type.Namespace is { } name && name.StartsWith(root + ".", StringComparison.Ordinal) ? name[(root.Length + 1)..] : "";

    private static IEnumerable<Type?> Direct(Type type)
    {
        yield return type.BaseType;
        foreach (var one in type.GetInterfaces().Concat(type.GetFields(Own).Select(field => field.FieldType))
                     .Concat(type.GetProperties(Own).Select(property => property.PropertyType))
                     .Concat(type.GetCustomAttributesData().Select(attribute => attribute.AttributeType)))
        {
            yield return one;
        }

        foreach (var method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)))
        {
            yield return (method as MethodInfo)?.ReturnType;
            foreach (var one in method.GetParameters().Select(parameter => parameter.ParameterType)
                         .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []))
            {
                yield return one;
            }
        }
    }

    private static IEnumerable<Type> Unfold(Type type)
    {
        if (type.HasElementType)
        {
            return Unfold(type.GetElementType()!);
        }

        return type.IsGenericType
            ? type.GetGenericArguments().SelectMany(Unfold).Append(type.GetGenericTypeDefinition())
            : [type];
    }
}
